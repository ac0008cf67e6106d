package org.riderrules.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.riderrules.api.PackInfo;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.drools.ReadyPack;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.Timeline;
import org.riderrules.engine.trust.Admission;

/**
 * One state of all packs. Immutable, thread-safe: a call that began on it finishes on it.
 *
 * @param timeline which version holds where and when
 * @param ready the compiled versions, by label
 * @param infos the versions as hosts see them
 * @param admission why the versions were believed; told when they come into force
 */
record Catalogue(Timeline timeline, Map<String, ReadyPack> ready, List<PackInfo> infos, Admission admission) {
    Catalogue {
        ready = Map.copyOf(ready);
        infos = List.copyOf(infos);
    }

    ReadyPack inForce(Topic topic, String market, LocalDate asOf) {
        Pack pack = timeline.inForce(topic, market, asOf);
        return Objects.requireNonNull(ready.get(pack.label()), "every loaded pack is compiled");
    }

    List<Topic> order(Set<Topic> topics) {
        return timeline.order(topics);
    }
}
