package org.riderrules.engine.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.fact.Average;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.DeliveryEnding;
import org.riderrules.api.fact.DocumentKind;
import org.riderrules.api.fact.IncidentKind;
import org.riderrules.api.fact.InjuryLevel;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.ReviewPeriod;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.TrainingMethod;
import org.riderrules.api.fact.TrainingPhase;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.fact.WeatherLevel;
import org.riderrules.api.outcome.BenefitKind;
import org.riderrules.api.outcome.SanctionAction;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.outcome.TrainingStatus;
import org.riderrules.engine.language.ListedType.Group;

/**
 * The values that rules compute with. What reads a clock, the machine's language or zone, chance, identity or the
 * environment is not here, nor is what can grow without bound; {@code equals} and {@code hashCode} are not needed,
 * because {@code ==} compares by value.
 */
final class ListedValues {
    private ListedValues() {}

    static Stream<ListedType> all() {
        return Stream.of(numbers(), texts(), dates(), times(), shares(), constants())
                .flatMap(List::stream);
    }

    private static List<ListedType> numbers() {
        return List.of(
                whole(Integer.class, int.class)
                        .method("compareTo", Integer.class)
                        .end(),
                whole(Long.class, long.class).method("compareTo", Long.class).end(),
                ListedType.of(Boolean.class, Group.VALUE).end(),
                ListedType.of(BigDecimal.class, Group.VALUE)
                        .method("add", BigDecimal.class)
                        .method("subtract", BigDecimal.class)
                        .method("multiply", BigDecimal.class)
                        .method("divide", BigDecimal.class, int.class, RoundingMode.class)
                        .method("setScale", int.class, RoundingMode.class)
                        .method("min", BigDecimal.class)
                        .method("max", BigDecimal.class)
                        .method("compareTo", BigDecimal.class)
                        .methods("negate", "abs", "signum", "stripTrailingZeros", "toPlainString")
                        .staticMethod("valueOf", long.class)
                        .constants("ZERO", "ONE", "TEN")
                        .end(),
                ListedType.of(Math.class, Group.FUNCTIONS)
                        .staticMethod("min", int.class, int.class)
                        .staticMethod("min", long.class, long.class)
                        .staticMethod("max", int.class, int.class)
                        .staticMethod("max", long.class, long.class)
                        .staticMethod("floorDiv", int.class, int.class)
                        .staticMethod("floorDiv", long.class, long.class)
                        .staticMethod("floorMod", int.class, int.class)
                        .staticMethod("floorMod", long.class, long.class)
                        .end());
    }

    private static ListedType.Builder whole(Class<?> type, Class<?> primitive) {
        return ListedType.of(type, Group.VALUE)
                .methods("intValue", "longValue", "toString")
                .staticMethod("valueOf", primitive);
    }

    private static List<ListedType> texts() {
        return List.of(
                ListedType.of(String.class, Group.VALUE)
                        .methods("length", "isEmpty", "isBlank", "strip")
                        .method("startsWith", String.class)
                        .method("endsWith", String.class)
                        .method("contains", CharSequence.class)
                        .method("equalsIgnoreCase", String.class)
                        .method("compareTo", String.class)
                        .method("substring", int.class)
                        .method("substring", int.class, int.class)
                        .end(),
                ListedType.of(Topic.class, Group.VALUE)
                        .methods("name", "toString")
                        .method("compareTo", Topic.class)
                        .constants("TIERING", "VIOLATIONS", "TRAINING", "INCENTIVES", "WELFARE")
                        .end(),
                ListedType.of(Currency.class, Group.VALUE)
                        .methods("getCurrencyCode")
                        .end(),
                ListedType.of(List.class, Group.COLLECTION)
                        .methods("size", "isEmpty")
                        .method("contains", Object.class)
                        .method("get", int.class)
                        .end());
    }

    private static List<ListedType> dates() {
        return List.of(
                ListedType.of(LocalDate.class, Group.VALUE)
                        .method("plusDays", long.class)
                        .method("plusWeeks", long.class)
                        .method("plusMonths", long.class)
                        .method("plusYears", long.class)
                        .method("minusDays", long.class)
                        .method("minusWeeks", long.class)
                        .method("minusMonths", long.class)
                        .method("minusYears", long.class)
                        .method("withDayOfMonth", int.class)
                        .method("withMonth", int.class)
                        .method("isBefore", ChronoLocalDate.class)
                        .method("isAfter", ChronoLocalDate.class)
                        .method("isEqual", ChronoLocalDate.class)
                        .method("compareTo", ChronoLocalDate.class)
                        .methods(
                                "getYear", "getMonthValue", "getMonth", "getDayOfMonth", "getDayOfYear", "getDayOfWeek")
                        .methods("lengthOfMonth", "lengthOfYear", "isLeapYear", "toEpochDay", "toString")
                        .end(),
                ListedType.of(YearMonth.class, Group.VALUE)
                        .method("atDay", int.class)
                        .method("plusMonths", long.class)
                        .method("plusYears", long.class)
                        .method("minusMonths", long.class)
                        .method("minusYears", long.class)
                        .method("isBefore", YearMonth.class)
                        .method("isAfter", YearMonth.class)
                        .method("compareTo", YearMonth.class)
                        .methods("atEndOfMonth", "getYear", "getMonthValue", "getMonth", "lengthOfMonth", "toString")
                        .staticMethod("from", TemporalAccessor.class)
                        .end(),
                ListedType.of(MonthDay.class, Group.VALUE)
                        .method("atYear", int.class)
                        .method("isValidYear", int.class)
                        .method("isBefore", MonthDay.class)
                        .method("isAfter", MonthDay.class)
                        .method("compareTo", MonthDay.class)
                        .methods("getMonthValue", "getMonth", "getDayOfMonth", "toString")
                        .staticMethod("from", TemporalAccessor.class)
                        .end(),
                ListedType.of(ReviewPeriod.class, Group.VALUE)
                        .method("startOf", LocalDate.class)
                        .method("startOfNext", LocalDate.class)
                        .method("compareTo", Enum.class)
                        .methods("name")
                        .constants(names(ReviewPeriod.class))
                        .end(),
                named(DayOfWeek.class).methods("getValue").end(),
                named(Month.class).methods("getValue").end());
    }

    private static List<ListedType> times() {
        return List.of(
                ListedType.of(Instant.class, Group.VALUE)
                        .method("plus", TemporalAmount.class)
                        .method("minus", TemporalAmount.class)
                        .method("plusSeconds", long.class)
                        .method("minusSeconds", long.class)
                        .method("isBefore", Instant.class)
                        .method("isAfter", Instant.class)
                        .method("compareTo", Instant.class)
                        .methods("getEpochSecond", "toString")
                        .end(),
                ListedType.of(Duration.class, Group.VALUE)
                        .method("plus", Duration.class)
                        .method("minus", Duration.class)
                        .method("plusMinutes", long.class)
                        .method("minusMinutes", long.class)
                        .method("multipliedBy", long.class)
                        .method("compareTo", Duration.class)
                        .methods("toDays", "toHours", "toMinutes", "toSeconds", "negated", "abs")
                        .methods("isZero", "isNegative", "toString")
                        .staticMethod("between", Temporal.class, Temporal.class)
                        .staticMethod("ofDays", long.class)
                        .staticMethod("ofHours", long.class)
                        .staticMethod("ofMinutes", long.class)
                        .staticMethod("ofSeconds", long.class)
                        .constants("ZERO")
                        .end());
    }

    private static List<ListedType> shares() {
        return List.of(
                ListedType.of(Rate.class, Group.VALUE)
                        .methods("count", "total", "complement", "toString")
                        .method("compareTo", Rate.class)
                        .method("toDecimal", int.class)
                        .staticMethod("of", long.class, long.class)
                        .staticMethod("of", BigDecimal.class)
                        .end(),
                ListedType.of(Average.class, Group.VALUE)
                        .methods("sum", "count", "toString")
                        .method("compareTo", Average.class)
                        .method("atLeast", BigDecimal.class)
                        .method("atMost", BigDecimal.class)
                        .method("above", BigDecimal.class)
                        .method("below", BigDecimal.class)
                        .method("toDecimal", int.class, RoundingMode.class)
                        .staticMethod("of", BigDecimal.class, long.class)
                        .end());
    }

    private static List<ListedType> constants() {
        return Stream.<Class<? extends Enum<?>>>of(
                        RoundingMode.class,
                        AppealRuling.class,
                        BenefitKind.class,
                        Capacity.class,
                        ClaimKind.class,
                        DeliveryEnding.class,
                        DocumentKind.class,
                        IncidentKind.class,
                        InjuryLevel.class,
                        SanctionAction.class,
                        TierMovement.class,
                        TrainingMethod.class,
                        TrainingPhase.class,
                        TrainingStatus.class,
                        ViolationSeverity.class,
                        ViolationStatus.class,
                        WeatherLevel.class)
                .map(type -> named(type).end())
                .toList();
    }

    private static ListedType.Builder named(Class<? extends Enum<?>> type) {
        return ListedType.of(type, Group.VALUE)
                .method("compareTo", Enum.class)
                .methods("name")
                .constants(names(type));
    }

    private static String[] names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
    }
}
