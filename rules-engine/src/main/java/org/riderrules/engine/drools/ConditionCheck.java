package org.riderrules.engine.drools;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Accumulation;
import org.riderrules.engine.language.Language;

/** What may stand among the conditions of a rule: patterns, and, or, not, exists, forall, accumulate with functions. */
final class ConditionCheck {
    private static final Set<Class<?>> GROUPS =
            Set.of(AndDescr.class, OrDescr.class, NotDescr.class, ExistsDescr.class, ForallDescr.class);

    private final ParsedRule rule;
    private final Problems problems;

    private ConditionCheck(ParsedRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    /** Checks the conditions of one rule. */
    static void check(ParsedRule rule, Problems problems) {
        new ConditionCheck(rule, problems).visit(rule.descr().getLhs());
        int patterns = rule.description().patterns().size();
        if (patterns > Language.PATTERNS_PER_RULE) {
            problems.add(
                    "too-many-patterns",
                    rule.file(),
                    rule.start(),
                    rule.descr().getName(),
                    "the rule has " + patterns + " patterns, at most " + Language.PATTERNS_PER_RULE + " are allowed",
                    "conclude a part of it in a rule of an earlier stage");
        }
    }

    private void visit(@Nullable Object descr) {
        if (descr instanceof AnnotatedBaseDescr annotated
                && !annotated.getAnnotations().isEmpty()) {
            refuse(
                    annotated.getStartCharacter(),
                    "an annotation of a pattern is not part of the language",
                    "leave it out");
        }
        if (descr instanceof PatternDescr pattern) {
            pattern(pattern);
        } else if (descr instanceof ConditionalElementDescr group && GROUPS.contains(descr.getClass())) {
            for (Object child : group.getDescrs()) {
                visit(child);
            }
        } else if (descr instanceof EvalDescr eval) {
            refuse(eval.getStartCharacter(), "eval is not part of the language", "write the condition into a pattern");
        } else if (descr instanceof NamedConsequenceDescr || descr instanceof ConditionalBranchDescr) {
            refuse(((BaseDescr) descr).getStartCharacter(), "a rule has one result", "write one rule for each result");
        } else if (descr instanceof BaseDescr other) {
            refuse(other.getStartCharacter(), "this condition is not part of the language", "write a pattern");
        }
    }

    private void refuse(int offset, String what, String mend) {
        int known = offset < 0 ? rule.start() : offset;
        problems.add("construct-not-allowed", rule.file(), known, rule.descr().getName(), what, mend);
    }

    private void pattern(PatternDescr pattern) {
        if (!pattern.getBehaviors().isEmpty()) {
            refuse(
                    word(pattern, "over"),
                    "a window is not part of the language",
                    "compare dates, for instance with AsOf");
        }
        if (pattern.isQuery()) {
            refuse(pattern.getStartCharacter(), "a query is not part of the language", "write a pattern");
        }
        if (pattern.isUnification()) {
            refuse(word(pattern, ":="), ":= is not part of the language", "bind with a colon and compare with ==");
        }
        for (Object child : pattern.getConstraint().getDescrs()) {
            if (child instanceof ExprConstraintDescr constraint) {
                if (constraint.getType() == ExprConstraintDescr.Type.POSITIONAL) {
                    refuse(constraint.getStartCharacter(), "this constraint names no field", "separate with commas");
                }
            } else {
                visit(child);
            }
        }
        if (pattern.getSource() != null) {
            source(pattern, pattern.getSource());
        }
    }

    private void source(PatternDescr pattern, PatternSourceDescr source) {
        boolean standsAlone =
                source instanceof AccumulateDescr && source.getStartCharacter() <= pattern.getStartCharacter();
        if (!standsAlone) {
            String what = source instanceof CollectDescr ? "from collect" : "from";
            refuse(
                    word(pattern, "from"),
                    what + " is not part of the language",
                    "ask for facts with a pattern; count and add with accumulate( P( ... ); $n : count(); $n > 1 )");
        }
        if (source instanceof AccumulateDescr accumulate) {
            accumulate(accumulate);
        }
    }

    private void accumulate(AccumulateDescr accumulate) {
        if (!accumulate.isExternalFunction()) {
            refuse(
                    accumulate.getStartCharacter(),
                    "code within accumulate is not part of the language",
                    LanguageCheck.functions());
            return;
        }
        visit(accumulate.getInput());
        for (AccumulateDescr.AccumulateFunctionCallDescr call : accumulate.getFunctions()) {
            if (Accumulation.named(call.getFunction()) == null) {
                refuse(
                        word(accumulate, call.getFunction()),
                        "the accumulate function " + call.getFunction() + " is not part of the language",
                        LanguageCheck.functions());
            }
        }
    }

    /** Where a word stands within a piece of the rule; where the piece begins when it is not found. */
    private int word(BaseDescr within, String word) {
        int start = Math.max(0, within.getStartCharacter());
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(rule.file().text());
        found.region(start, Math.min(rule.end(), rule.file().text().length())).useTransparentBounds(true);
        return found.find() ? found.start() : start;
    }
}
