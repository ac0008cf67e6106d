package org.riderrules.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.engine.budget.BuildBudget;

/**
 * How large the rules of a pack may be, told before the step that a larger pack would make slow: texts before they are
 * parsed, rules before code is generated, classes before they are loaded.
 */
final class SizeCheck {
    private static final int MOST_BRANCHES = 1_000_000;

    private final BuildBudget budget;
    private final String pack;

    /** @param pack pack and version, for messages */
    SizeCheck(BuildBudget budget, String pack) {
        this.budget = budget;
        this.pack = pack;
    }

    /** The DRL files as they were given. The parser tries nested brackets in many ways, so it never sees deep ones. */
    void texts(List<DrlSource> sources, Problems problems) {
        long bytes = 0;
        for (DrlSource source : sources) {
            bytes += source.text().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > budget.ruleBytes()) {
            tell("rule-bytes", "the DRL files have " + bytes, budget.ruleBytes() + " bytes", "ruleBytes", problems);
            return;
        }
        for (DrlSource source : sources) {
            nesting(new SourceText(source), problems);
        }
    }

    private void nesting(SourceText file, Problems problems) {
        int depth = 0;
        for (Token token : Tokens.of(file.text(), 0, file.text().length())) {
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            }
            if (depth > budget.nesting()) {
                problems.add(
                        "budget-nesting",
                        file,
                        token.offset(),
                        null,
                        "more than " + budget.nesting() + " brackets stand within one another",
                        "conclude the inner part in a rule of its own, or let the host set a larger Budgets.nesting");
                return;
            }
        }
    }

    /** What was parsed. */
    void rules(ParsedPack parsed, Problems problems) {
        if (parsed.declarations().size() > budget.types()) {
            tell("types", parsed.declarations().size() + " types are declared", budget.types() + "", "types", problems);
        }
        if (parsed.rules().size() > budget.rules()) {
            tell("rules", "there are " + parsed.rules().size() + " rules", budget.rules() + "", "rules", problems);
        }
        for (ParsedRule rule : parsed.rules()) {
            List<PatternRead> patterns = rule.description().patterns();
            int constraints = patterns.stream()
                    .mapToInt(pattern -> pattern.constraints().size())
                    .sum();
            tell("patterns", rule, patterns.size(), budget.patterns(), problems);
            tell("constraints", rule, constraints, budget.constraints(), problems);
            tell("branches", rule, branches(rule.descr().getLhs()), budget.branches(), problems);
        }
    }

    /** In how many ways the conditions can be met: Drools makes a rule of its own of each. */
    private static int branches(@Nullable BaseDescr descr) {
        if (descr instanceof PatternDescr pattern) {
            return pattern.getSource() instanceof AccumulateDescr accumulate ? branches(accumulate.getInput()) : 1;
        }
        if (!(descr instanceof ConditionalElementDescr group)) {
            return 1;
        }
        long all = descr instanceof OrDescr ? 0 : 1;
        for (Object child : group.getDescrs()) {
            int inner = child instanceof BaseDescr part ? branches(part) : 1;
            all = Math.min(MOST_BRANCHES, descr instanceof OrDescr ? all + inner : all * inner);
        }
        return (int) Math.max(1, all);
    }

    /** What was generated. */
    void classes(SortedMap<String, byte[]> classes, Problems problems) {
        if (classes.size() > budget.classes()) {
            tell("classes", classes.size() + " classes were generated", budget.classes() + "", "classes", problems);
        }
        long bytes = classes.values().stream().mapToLong(code -> code.length).sum();
        if (bytes > budget.classBytes()) {
            tell("class-bytes", "the classes have " + bytes, budget.classBytes() + " bytes", "classBytes", problems);
        }
    }

    private static void tell(String what, ParsedRule rule, int found, int allowed, Problems problems) {
        if (found > allowed) {
            problems.add(
                    "budget-" + what,
                    rule.file(),
                    rule.start(),
                    rule.descr().getName(),
                    "the rule has " + found + " " + what + "; allowed are " + allowed,
                    "conclude a part of it in a rule of an earlier stage, or let the host set a larger Budgets."
                            + what);
        }
    }

    private void tell(String code, String found, String allowed, String budgetName, Problems problems) {
        problems.add(PackProblem.inFile(
                "budget-" + code,
                pack,
                found + "; allowed are " + allowed,
                "split the pack, or let the host set a larger Budgets." + budgetName));
    }
}
