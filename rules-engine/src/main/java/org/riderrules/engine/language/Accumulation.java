package org.riderrules.engine.language;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Average;
import org.riderrules.api.fact.Rate;

/**
 * The accumulate functions of the language. All are exact and give the same whatever the order in which facts come. A
 * missing value among the values makes the result missing, and a rule with a missing result does not match: missing is
 * not zero. So does the absence of any value, but for {@code count} and {@code sum}, which are then zero, and the two
 * lists, which are then empty.
 */
public enum Accumulation {
    /** How many matches there are. */
    COUNT("count", "how many matches there are; a missing value counts as a match"),
    /** What the values add up to. */
    SUM("sum", "what the values add up to; a sum too large for its type fails the decision"),
    /** Their exact mean. */
    AVERAGE("average", "the exact mean, an Average; rounded only by toDecimal"),
    /** The smallest. */
    MIN("min", "the smallest value"),
    /** The largest. */
    MAX("max", "the largest value"),
    /** The different values. */
    DISTINCT("distinct", "the different values, smallest first; ask for size() or contains(...)"),
    /** All values. */
    LIST("collectList", "all values, smallest first; ask for size(), contains(...) or get(...)");

    private static final List<Class<?>> SUMMED = List.of(Integer.class, Long.class, BigDecimal.class, Duration.class);
    private static final List<Class<?>> AVERAGED = List.of(Integer.class, Long.class, BigDecimal.class);
    private static final List<Class<?>> ORDERED = List.of(
            Integer.class,
            Long.class,
            BigDecimal.class,
            Rate.class,
            LocalDate.class,
            YearMonth.class,
            Instant.class,
            Duration.class,
            String.class);

    private final String written;
    private final String meaning;

    Accumulation(String written, String meaning) {
        this.written = written;
        this.meaning = meaning;
    }

    /** The name as authors write it. */
    public String written() {
        return written;
    }

    /** What it gives, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The function of this name; null when there is none. */
    public static @Nullable Accumulation named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.written.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of all functions, in order, with commas between. */
    public static String names() {
        return Arrays.stream(values()).map(Accumulation::written).collect(Collectors.joining(", "));
    }

    /** The types of values it takes; empty when it takes any match. */
    public List<Class<?>> parameters() {
        return switch (this) {
            case COUNT -> List.of();
            case SUM -> SUMMED;
            case AVERAGE -> AVERAGED;
            case MIN, MAX, DISTINCT, LIST -> ORDERED;
        };
    }

    /** The type of its result for values of this type. */
    public Class<?> result(Class<?> parameter) {
        return switch (this) {
            case COUNT -> Long.class;
            case SUM, MIN, MAX -> parameter;
            case AVERAGE -> Average.class;
            case DISTINCT, LIST -> List.class;
        };
    }
}
