package org.riderrules.engine.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.error.Require;

/**
 * Asks two engines the same and tells where their answers differ: outcomes, the rules and evidence behind each, rules
 * fired, rows used, versions, fields withheld. The order in which a rule went over the facts it added up is no
 * difference, and neither is the digest of a pack: two texts may say the same.
 * Thread-safe when both engines are.
 */
public final class Twins {
    private final RulesEngine first;
    private final RulesEngine second;

    /** Takes two engines; messages call them the first and the second. */
    public Twins(RulesEngine first, RulesEngine second) {
        this.first = Require.present("Twins", "first", first);
        this.second = Require.present("Twins", "second", second);
    }

    /** What differs; null when both say the same. */
    public @Nullable Difference ask(DecisionRequest request) {
        Answer one = Answer.of(first, request);
        Answer other = Answer.of(second, request);
        List<String> found = AnswerComparison.differences(one, other);
        return found.isEmpty() ? null : new Difference(request, one, other, found);
    }

    /**
     * The smallest request found that still gets different answers: facts left out, fields blanked, values simplified
     * until no single step more keeps a difference. It may differ in another way than the one begun with.
     */
    public Difference shrink(Difference found) {
        Difference smallest = found;
        @Nullable Difference smaller = oneStep(found);
        while (smaller != null) {
            smallest = smaller;
            smaller = oneStep(smallest);
        }
        return smallest;
    }

    private @Nullable Difference oneStep(Difference from) {
        for (DecisionRequest candidate : SmallerRequests.of(from.request())) {
            @Nullable Difference still = ask(candidate);
            if (still != null) {
                return still;
            }
        }
        return null;
    }
}
