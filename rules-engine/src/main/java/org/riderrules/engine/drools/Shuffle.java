package org.riderrules.engine.drools;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * An order that means nothing: the same for the same seed, another for another seed. What is taken out of a list does
 * not change the order of the rest, so that a case made smaller stays the same case. Immutable, thread-safe.
 *
 * @param seed which of the orders
 */
public record Shuffle(long seed) {

    /** The things in this order. Things of one name stay as they were among each other. */
    <T> List<T> of(List<T> things, Function<T, String> name) {
        return things.stream()
                .sorted(Comparator.comparingLong(thing -> place(name.apply(thing))))
                .toList();
    }

    /** Mixes seed and name (the finalizer of SplitMix64: Steele, Lea, Flood, OOPSLA 2014). */
    private long place(String name) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed + name.charAt(i));
        }
        return mixed;
    }

    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
