package org.riderrules.api.explain;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.riderrules.api.error.Require;
import org.riderrules.api.outcome.Outcome;

/**
 * Why a decision came out as it did: for every outcome a tree of fired rules down to facts and dated rows. A rule
 * that led to several conclusions is one shared node. Immutable, thread-safe.
 *
 * @param because one entry for each outcome, in the order of the decision's outcomes
 */
public record Explanation(List<Because> because) {
    /** Copies {@code because}. */
    public Explanation {
        because = Require.items("Explanation", "because", because);
    }

    /**
     * What one outcome rests on.
     *
     * @throws IllegalArgumentException when the decision has no such outcome
     */
    public Because because(Outcome outcome) {
        for (Because each : because) {
            if (each.outcome().equals(outcome)) {
                return each;
            }
        }
        throw new IllegalArgumentException("this decision has no outcome " + outcome);
    }

    /** The ids of all rules that stand behind some outcome, sorted. */
    public SortedSet<String> ruleIds() {
        SortedSet<String> ids = new TreeSet<>();
        visit(node -> {
            if (node instanceof Evidence.FiredRule fired) {
                ids.add(fired.rule().id());
            }
        });
        return Collections.unmodifiableSortedSet(ids);
    }

    /** Visits every node once, outcomes in order, each node before its grounds. */
    public void visit(Consumer<Evidence> visitor) {
        Set<Evidence> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Evidence> open = new ArrayDeque<>();
        for (Because each : because) {
            open.push(each.grounds());
            while (!open.isEmpty()) {
                Evidence node = open.pop();
                if (seen.add(node)) {
                    visitor.accept(node);
                    if (node instanceof Evidence.FiredRule fired) {
                        for (int i = fired.grounds().size() - 1; i >= 0; i--) {
                            open.push(fired.grounds().get(i));
                        }
                    }
                }
            }
        }
    }
}
