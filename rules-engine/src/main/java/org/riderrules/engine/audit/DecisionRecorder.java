package org.riderrules.engine.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/**
 * Turns the decisions of one call into what is recorded of them: what explanations repeat becomes a reference. Not
 * thread-safe: one for each call.
 */
final class DecisionRecorder {
    private final Map<Fact, Integer> facts = new IdentityHashMap<>();
    private final Map<String, Integer> factsByIdentity = new HashMap<>();
    private final Map<Topic, List<Outcome>> decided = new HashMap<>();
    private final List<Fact> asked;

    private DecisionRecorder(DecisionRequest request) {
        asked = request.facts();
        for (int i = 0; i < asked.size(); i++) {
            facts.put(asked.get(i), i);
        }
    }

    static List<RecordedDecision> record(DecisionRequest request, List<Decision> decisions) {
        DecisionRecorder recorder = new DecisionRecorder(request);
        List<RecordedDecision> recorded = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            recorded.add(recorder.record(decision));
        }
        return recorded;
    }

    private RecordedDecision record(Decision decision) {
        Provenance provenance = decision.provenance();
        Rows rows = new Rows();
        provenance.rowsUsed().forEach(rows::number);
        Map<Evidence, Integer> numbers = new IdentityHashMap<>();
        List<Evidence.FiredRule> fired = new ArrayList<>();
        decision.explanation().visit(node -> {
            if (node instanceof Evidence.FiredRule rule) {
                numbers.put(rule, fired.size());
                fired.add(rule);
            }
        });
        List<RecordedRule> rules = new ArrayList<>(fired.size());
        for (Evidence.FiredRule rule : fired) {
            rules.add(new RecordedRule(
                    rule.rule().id(),
                    rule.rule().file() + ":" + rule.rule().line(),
                    rule.reason().key(),
                    rule.bindings(),
                    rule.grounds().stream()
                            .map(ground -> reference(ground, numbers, rows))
                            .toList()));
        }
        decided.put(decision.topic(), decision.outcomes());
        return new RecordedDecision(
                null,
                decision.topic(),
                provenance.pack(),
                provenance.version(),
                provenance.packDigest(),
                provenance.factsDigest(),
                decision.explanation().because().stream()
                        .map(because -> outcome(because, numbers))
                        .toList(),
                rules,
                rows.list,
                provenance.rulesFired(),
                provenance.withheld(),
                provenance.invariantsChecked());
    }

    private static RecordedOutcome outcome(Because because, Map<Evidence, Integer> rules) {
        return because.grounds() instanceof Evidence.EngineCheck check
                ? new RecordedOutcome(because.outcome(), null, check.check(), check.found())
                : new RecordedOutcome(because.outcome(), rules.get(because.grounds()), null, null);
    }

    private String reference(Evidence ground, Map<Evidence, Integer> rules, Rows rows) {
        if (ground instanceof Evidence.FiredRule) {
            return "rule:" + rules.get(ground);
        }
        if (ground instanceof Evidence.FactUsed used) {
            return "fact:" + fact(used.fact());
        }
        if (ground instanceof Evidence.RowUsed used) {
            return "row:" + rows.number(used.row());
        }
        if (ground instanceof Evidence.OutcomeUsed used) {
            return "outcome:" + used.topic() + ":"
                    + decided.getOrDefault(used.topic(), List.of()).indexOf(used.outcome());
        }
        if (ground instanceof Evidence.NoneFound none) {
            return "none:" + none.type();
        }
        return ground instanceof Evidence.EngineCheck check ? "check:" + check.check() : "day";
    }

    /** The rows of one decision: those the provenance lists, and any other that a rule matched. */
    private static final class Rows {
        private final Map<TableRow, Integer> numbers = new HashMap<>();
        private final List<TableRow> list = new ArrayList<>();

        int number(TableRow row) {
            return numbers.computeIfAbsent(row, each -> {
                list.add(each);
                return list.size() - 1;
            });
        }
    }

    /** A fact as the rules saw it may have withheld fields blanked; it is still about the same thing. */
    private int fact(Fact seen) {
        Integer place = facts.get(seen);
        if (place != null) {
            return place;
        }
        if (factsByIdentity.isEmpty()) {
            for (int i = 0; i < asked.size(); i++) {
                factsByIdentity.put(asked.get(i).identity(), i);
            }
        }
        return factsByIdentity.getOrDefault(seen.identity(), -1);
    }
}
