package org.riderrules.engine.invariant;

import java.time.LocalDate;
import java.util.List;
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

    <T extends Outcome> List<T> outcomes(Class<T> type) {
        return given.stream()
                .map(Run.Given::outcome)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    int count(Class<? extends Outcome> type) {
        return outcomes(type).size();
    }
}
