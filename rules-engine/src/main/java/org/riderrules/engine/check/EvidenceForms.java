package org.riderrules.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;

/**
 * Numbers trees of evidence so that two have the same number when they say the same, whatever the order of the grounds:
 * a rule that adds up has them in the order in which it went over the facts. The effective day is left out; it is the
 * same for every rule of a request, and the engine ties rules to it that ask for rows alone. Not thread-safe.
 */
final class EvidenceForms {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Evidence, Integer> known = new IdentityHashMap<>();

    /** From 1; the same for the same tree. */
    int number(Evidence node) {
        @Nullable Integer number = known.get(node);
        if (number == null) {
            String form = node instanceof Evidence.FiredRule rule ? text(rule) + " " + grounds(rule) : text(node);
            number = numbers.computeIfAbsent(form, first -> numbers.size() + 1);
            known.put(node, number);
        }
        return number;
    }

    private List<Integer> grounds(Evidence.FiredRule rule) {
        List<Integer> grounds = new ArrayList<>();
        for (Evidence ground : rule.grounds()) {
            if (!(ground instanceof Evidence.DayUsed)) {
                grounds.add(number(ground));
            }
        }
        grounds.sort(null);
        return grounds;
    }

    /** What single nodes say, without what they rest on. */
    List<String> flat(Explanation explanation) {
        List<String> texts = new ArrayList<>();
        explanation.visit(node -> {
            if (!(node instanceof Evidence.DayUsed)) {
                texts.add(text(node));
            }
        });
        return texts;
    }

    private static String text(Evidence node) {
        if (node instanceof Evidence.FiredRule rule) {
            return rule.rule().id() + " " + rule.bindings();
        }
        return node instanceof Evidence.RowUsed used
                ? used.row().file() + ":" + used.row().line()
                : node.toString();
    }
}
