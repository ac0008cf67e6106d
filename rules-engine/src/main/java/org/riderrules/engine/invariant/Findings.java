package org.riderrules.engine.invariant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.drools.ReadyPack;
import org.riderrules.engine.drools.Run;

/**
 * What a pack's rules gave, to be judged.
 *
 * @param topic the topic asked
 * @param asOf the effective day
 * @param facts the facts as the rules saw them
 * @param pack the pack
 * @param given the outcomes and the firings behind them
 */
public record Findings(Topic topic, LocalDate asOf, List<Fact> facts, ReadyPack pack, List<Run.Given> given) {

    /** The outcomes of one type; most decisions have none of most types, so this is kept cheap. */
    <T extends Outcome> List<T> outcomes(Class<T> type) {
        List<T> found = List.of();
        for (Run.Given each : given) {
            if (type.isInstance(each.outcome())) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(type.cast(each.outcome()));
            }
        }
        return found;
    }

    int count(Class<? extends Outcome> type) {
        return outcomes(type).size();
    }

    /** The codes that occur more than once among the outcomes of these types. */
    List<String> repeatedCodes(Set<Class<? extends Outcome>> types) {
        Set<String> seen = new HashSet<>();
        List<String> repeated = new ArrayList<>();
        for (Run.Given each : given) {
            Outcome outcome = each.outcome();
            if (types.contains(outcome.getClass()) && !seen.add(outcome.code())) {
                repeated.add(outcome.code());
            }
        }
        return repeated;
    }
}
