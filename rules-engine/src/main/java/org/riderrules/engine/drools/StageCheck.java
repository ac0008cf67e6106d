package org.riderrules.engine.drools;

import java.util.List;
import org.riderrules.api.error.PackProblem;

/**
 * The order of the stages: what a rule reads exists by then, and what it asks to be absent cannot come later. Without
 * this a result would depend on the order in which rules happen to fire.
 */
final class StageCheck {
    private StageCheck() {}

    /** Checks all patterns of all rules. */
    static void check(ParsedPack pack, Problems problems) {
        RuleGraph graph = new RuleGraph(pack.descriptions());
        for (RuleDescription rule : pack.descriptions()) {
            for (PatternRead pattern : rule.patterns()) {
                check(rule, pattern, graph.insertersOf(pattern.type().name()), problems);
            }
        }
    }

    private static void check(
            RuleDescription rule, PatternRead pattern, List<RuleDescription> inserters, Problems problems) {
        boolean wantsAll = pattern.quantifier() != Quantifier.POSITIVE;
        for (RuleDescription inserter : inserters) {
            if (wantsAll && inserter.stage().compareTo(rule.stage()) >= 0) {
                tell(
                        "negation-same-stage",
                        rule,
                        pattern,
                        word(pattern.quantifier()) + " looks at " + pattern.type() + ", which rule \"" + inserter.name()
                                + "\" (" + inserter.file() + ":" + inserter.line() + ") inserts in the stage "
                                + inserter.stage().agendaGroup() + ", not before "
                                + rule.stage().agendaGroup(),
                        "look only at what earlier stages insert: move that rule to an earlier stage, or this one to a "
                                + "later stage",
                        problems);
                return;
            }
        }
        boolean onlyLater = !inserters.isEmpty()
                && inserters.stream().allMatch(inserter -> inserter.stage().compareTo(rule.stage()) > 0);
        if (onlyLater) {
            tell(
                    "stage-order",
                    rule,
                    pattern,
                    "this asks for " + pattern.type() + " in the stage "
                            + rule.stage().agendaGroup()
                            + ", but it is inserted only later, in "
                            + inserters.get(0).stage().agendaGroup() + " ("
                            + inserters.get(0).file() + ":"
                            + inserters.get(0).line() + ")",
                    "move this rule to a later stage, or the other one to an earlier stage",
                    problems);
        }
    }

    private static String word(Quantifier quantifier) {
        return switch (quantifier) {
            case NEGATED -> "not";
            case EXISTS -> "exists";
            case FORALL -> "forall";
            case ACCUMULATE -> "accumulate";
            case POSITIVE -> "the pattern";
        };
    }

    private static void tell(
            String code, RuleDescription rule, PatternRead pattern, String what, String mend, Problems problems) {
        problems.add(new PackProblem(code, rule.file(), pattern.line(), pattern.column(), rule.name(), what, mend));
    }
}
