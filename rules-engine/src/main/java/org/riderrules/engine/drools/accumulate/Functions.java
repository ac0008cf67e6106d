package org.riderrules.engine.drools.accumulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.riderrules.api.fact.Rate;
import org.riderrules.engine.language.Accumulation;

/** Which class computes which function of the language for which type of value. */
public final class Functions {
    private static final Map<Accumulation, Map<Class<?>, Class<? extends AccumulateFunction<?>>>> TYPED =
            Map.of(Accumulation.SUM, sums(), Accumulation.MIN, smallest(), Accumulation.MAX, largest());
    private static final Map<Accumulation, Class<? extends AccumulateFunction<?>>> UNTYPED = Map.of(
            Accumulation.COUNT, Count.class,
            Accumulation.AVERAGE, Mean.class,
            Accumulation.DISTINCT, Distinct.class,
            Accumulation.LIST, Listing.class);

    private Functions() {}

    private static Map<Class<?>, Class<? extends AccumulateFunction<?>>> sums() {
        return Map.of(
                Integer.class, Sum.OfInteger.class,
                Long.class, Sum.OfLong.class,
                BigDecimal.class, Sum.OfBigDecimal.class,
                Duration.class, Sum.OfDuration.class);
    }

    private static Map<Class<?>, Class<? extends AccumulateFunction<?>>> smallest() {
        return Map.of(
                Integer.class, Smallest.OfInteger.class,
                Long.class, Smallest.OfLong.class,
                BigDecimal.class, Smallest.OfBigDecimal.class,
                Rate.class, Smallest.OfRate.class,
                LocalDate.class, Smallest.OfLocalDate.class,
                YearMonth.class, Smallest.OfYearMonth.class,
                Instant.class, Smallest.OfInstant.class,
                Duration.class, Smallest.OfDuration.class,
                String.class, Smallest.OfString.class);
    }

    private static Map<Class<?>, Class<? extends AccumulateFunction<?>>> largest() {
        return Map.of(
                Integer.class, Largest.OfInteger.class,
                Long.class, Largest.OfLong.class,
                BigDecimal.class, Largest.OfBigDecimal.class,
                Rate.class, Largest.OfRate.class,
                LocalDate.class, Largest.OfLocalDate.class,
                YearMonth.class, Largest.OfYearMonth.class,
                Instant.class, Largest.OfInstant.class,
                Duration.class, Largest.OfDuration.class,
                String.class, Largest.OfString.class);
    }

    /**
     * The name under which Drools knows the function for a type of value. Not the author's word: Drools itself would
     * look for {@code sum} under another name that depends on the type.
     */
    public static String name(Accumulation function, @Nullable Class<?> parameter) {
        return "riderrules_" + function.written()
                + (TYPED.containsKey(function) && parameter != null ? "_" + parameter.getSimpleName() : "");
    }

    /** All classes, by the names under which Drools is to know them. */
    public static SortedMap<String, Class<? extends AccumulateFunction<?>>> byName() {
        SortedMap<String, Class<? extends AccumulateFunction<?>>> byName = new TreeMap<>();
        TYPED.forEach(
                (function, types) -> types.forEach((parameter, type) -> byName.put(name(function, parameter), type)));
        UNTYPED.forEach((function, type) -> byName.put(name(function, null), type));
        return byName;
    }

    /** The values for which a function has a class; for the test that none of those listed is without. */
    static Map<Accumulation, List<Class<?>>> covered() {
        Map<Accumulation, List<Class<?>>> covered = new HashMap<>();
        TYPED.forEach((function, types) -> covered.put(function, List.copyOf(types.keySet())));
        return covered;
    }
}
