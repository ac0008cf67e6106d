package org.riderrules.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.RandomGenerator;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.check.Case;
import org.riderrules.engine.pack.Pack;

/**
 * Riders by the thousand, cheaply: those of the generators, those of the packs' cases, and mixtures, in which a part of
 * one rider's facts is replaced by facts of another. Some are asked about one topic, some about the topics it follows, too.
 */
final class TwinSamples {
    private static final int POOL = 400;

    private final Topic topic;
    private final Random random;
    private final List<Rider> pool = new ArrayList<>();
    private final Set<Topic> followed = new TreeSet<>();

    /** Must be called within a property: the generators ask for that. */
    TwinSamples(Topic topic, Random random) {
        this.topic = topic;
        this.random = random;
        follow(topic);
        RandomGenerator<Rider> generator = RiderFacts.shipped().riders(topic).generator(1_000, false);
        for (int i = 0; i < POOL; i++) {
            pool.add(generator.next(random).value());
        }
        for (var each : Shipped.cases().cases()) {
            if (each.topic().equals(topic) && !each.example().expected().noPackInForce()) {
                pool.add(rider(each.example()));
            }
        }
    }

    private void follow(Topic later) {
        for (Pack pack : Shipped.packs()) {
            if (pack.manifest().topic().equals(later)) {
                pack.manifest().follows().stream().filter(followed::add).forEach(this::follow);
            }
        }
    }

    private static Rider rider(Case example) {
        return new Rider(example.market(), example.capacity(), example.scenario(), example.asOf(), example.given());
    }

    /** One more rider, asked about the topic. */
    Asked next() {
        Rider rider = any();
        if (random.nextInt(4) > 0) {
            rider = mixed(rider, any());
        }
        List<Topic> topics = new ArrayList<>(List.of(topic));
        if (random.nextInt(4) == 0) {
            topics.addAll(followed);
        }
        return new Asked(rider, topics);
    }

    /**
     * A rider and what is asked about him.
     *
     * @param topics the topic first, then those it follows, or none of these
     */
    record Asked(Rider rider, List<Topic> topics) {}

    private Rider any() {
        return pool.get(random.nextInt(pool.size()));
    }

    private Rider mixed(Rider one, Rider other) {
        int kept = 5 + random.nextInt(5);
        int taken = random.nextInt(6);
        List<Fact> facts = new ArrayList<>();
        one.facts().stream().filter(fact -> random.nextInt(10) < kept).forEach(facts::add);
        other.facts().stream().filter(fact -> random.nextInt(10) < taken).forEach(facts::add);
        Rider day = random.nextInt(3) == 0 ? other : one;
        Rider place = random.nextInt(3) == 0 ? other : one;
        return new Rider(place.market(), place.capacity(), place.scenario(), day.asOf(), facts);
    }
}
