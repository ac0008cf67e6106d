package org.riderrules.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.riderrules.api.fact.Appeal;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.Delivery;
import org.riderrules.api.fact.DeliveryEnding;
import org.riderrules.api.fact.Document;
import org.riderrules.api.fact.DocumentKind;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Incident;
import org.riderrules.api.fact.IncidentKind;
import org.riderrules.api.fact.InjuryLevel;
import org.riderrules.api.fact.Inspection;
import org.riderrules.api.fact.InspectionItem;
import org.riderrules.api.fact.Measure;
import org.riderrules.api.fact.PartnerRecord;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.ReviewPeriod;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.SurveyAnswer;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.TrainingMethod;
import org.riderrules.api.fact.TrainingPhase;
import org.riderrules.api.fact.TrainingResult;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.fact.WeatherDay;
import org.riderrules.api.fact.WeatherLevel;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.engine.pack.Pack;

/**
 * Makes riders up, all generators of the properties in one place. Random numbers find no mistake in a policy whose
 * decisions change at 95 %: so numbers are mostly just below, at, or just above a number of the packs' own tables, days
 * around the days on which a version or row changes, codes those of the tables, and anything may be missing.
 */
final class RiderFacts {
    private static final Map<String, Currency> CURRENCIES = Map.of(
            "HK", Currency.getInstance("HKD"),
            "SA", Currency.getInstance("SAR"),
            "BR", Currency.getInstance("BRL"),
            "NL", Currency.getInstance("EUR"),
            "NBO", Currency.getInstance("KES"));
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);

    private final Thresholds thresholds;
    private final List<Pack> packs;

    /** Near the thresholds of these packs. */
    RiderFacts(List<Pack> packs) {
        this.packs = packs;
        this.thresholds = new Thresholds(packs);
    }

    /** Near the thresholds of the shipped packs. */
    static RiderFacts shipped() {
        return Holder.SHIPPED;
    }

    private static final class Holder {
        static final RiderFacts SHIPPED = new RiderFacts(Shipped.packs());
    }

    /** Where, how and when a rider is asked about. */
    private record Place(String market, Capacity capacity, String scenario, LocalDate asOf) {}

    /** How good the KPIs of a rider are on the whole: of ten KPIs how many are best, near a threshold, missing. */
    private enum Mood {
        CLEAN(17, 2, 1),
        MIXED(6, 3, 1),
        ROUGH(2, 6, 2);

        private final int best;
        private final int near;
        private final int missing;

        Mood(int best, int near, int missing) {
            this.best = best;
            this.near = near;
            this.missing = missing;
        }
    }

    /** Riders with facts of every type that some version of the topic's pack reads. */
    Arbitrary<Rider> riders(Topic topic) {
        Set<String> types = read(topic);
        return place().flatMap(place -> facts(place, types)
                .map(facts -> new Rider(place.market(), place.capacity(), place.scenario(), place.asOf(), facts)));
    }

    /** The simple names of the facts that some version of the topic's pack reads. */
    Set<String> read(Topic topic) {
        Set<String> read = new TreeSet<>();
        for (Pack pack : packs) {
            if (pack.manifest().topic().equals(topic)) {
                pack.manifest().needs().forEach(need -> read.add(need.fact()));
                String text = String.join(
                                "\n",
                                pack.rules().stream().map(each -> each.text()).toList())
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("//[^\\n]*", "");
                Stream.of(Fact.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .filter(type -> text.matches("(?s).*\\b" + type + "\\s*\\(.*"))
                        .forEach(read::add);
            }
        }
        return read;
    }

    /** One or more facts of a type, as they may be given about a rider. */
    Arbitrary<List<Fact>> facts(Rider rider, String type) {
        return facts(new Place(rider.market(), rider.capacity(), rider.scenario(), rider.asOf()), type, Mood.MIXED);
    }

    /** A value of a KPI that matters in the market of a rider: near one of its thresholds, or the best. */
    Arbitrary<Comparable<?>> kpi(String market, Kpi kpi) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, near(market, kpi)), Tuple.of(1, Arbitraries.of(List.of(kpi.best(), kpi.worst()))));
    }

    private Arbitrary<Place> place() {
        Arbitrary<Capacity> capacities = Arbitraries.of(Capacity.class);
        Arbitrary<String> markets = Arbitraries.of(Shipped.MARKETS);
        Set<String> scenarios = new TreeSet<>(List.of("RESIDENTIAL"));
        Shipped.MARKETS.forEach(market -> scenarios.addAll(thresholds.texts(market, "scenario")));
        return Combinators.combine(
                        markets, capacities, Arbitraries.of(scenarios).injectNull(0.6), days())
                .as(Place::new);
    }

    private Arbitrary<LocalDate> days() {
        List<LocalDate> around = thresholds.changes().stream()
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST))
                .toList();
        Arbitrary<LocalDate> any = Arbitraries.integers()
                .between(0, (int) (LAST.toEpochDay() - FIRST.toEpochDay()))
                .map(FIRST::plusDays);
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(around)), Tuple.of(1, any));
    }

    private Arbitrary<List<Fact>> facts(Place place, Set<String> types) {
        return Arbitraries.of(Mood.class).flatMap(mood -> {
            List<Arbitrary<List<Fact>>> each = new ArrayList<>();
            types.forEach(type -> each.add(facts(place, type, mood)));
            return Combinators.combine(each)
                    .as(lists -> lists.stream().flatMap(List::stream).toList());
        });
    }

    private Arbitrary<List<Fact>> facts(Place place, String type, Mood mood) {
        return switch (type) {
            case "PerformanceWindow" -> windows(place, mood);
            case "RiderProfile" -> some(0, 1, profile(place));
            case "Violation" -> some(0, 4, violation(place));
            case "EarlierDecision" -> some(0, 4, earlierDecision(place));
            case "TrainingResult" -> trainingResults(place);
            case "WorkLog" -> workLogs(place);
            case "Engagement" -> engagements(place);
            case "CareClaim" -> some(0, 3, careClaim(place));
            case "Incident" -> some(0, 2, incident(place));
            case "WeatherDay" -> some(0, 5, weatherDay(place));
            case "Document" -> some(0, 3, document(place));
            case "Measure" -> some(0, 2, measure(place));
            case "SurveyAnswer" -> some(0, 2, surveyAnswer(place));
            case "Inspection" -> some(0, 1, inspection(place));
            case "InspectionItem" -> some(0, 2, inspectionItem());
            case "Delivery" -> some(0, 2, delivery(place));
            case "Appeal" -> some(0, 1, appeal(place));
            case "PartnerRecord" -> some(0, 1, partner(place));
            default -> throw new IllegalArgumentException("no generator makes a " + type);
        };
    }

    private static Arbitrary<List<Fact>> some(int least, int most, Arbitrary<? extends Fact> fact) {
        return fact.map(each -> (Fact) each).list().ofMinSize(least).ofMaxSize(most);
    }

    private Arbitrary<List<Fact>> windows(Place place, Mood mood) {
        LocalDate month = ReviewPeriod.MONTH.startOf(place.asOf());
        LocalDate week = ReviewPeriod.WEEK.startOf(place.asOf());
        Arbitrary<Fact> lastMonth = window(place, mood, month.minusMonths(1), month);
        Arbitrary<Fact> lastWeek = window(place, mood, week.minusWeeks(1), week);
        Arbitrary<Fact> old = window(place, mood, month.minusMonths(4), month.minusMonths(3));
        return Arbitraries.frequencyOf(
                Tuple.of(7, lastMonth.map(List::of)),
                Tuple.of(2, lastWeek.map(List::of)),
                Tuple.of(1, Combinators.combine(lastMonth, lastWeek).as(List::of)),
                Tuple.of(1, Combinators.combine(lastMonth, old).as(List::of)),
                Tuple.of(1, Arbitraries.just(List.of())));
    }

    private Arbitrary<Fact> window(Place place, Mood mood, LocalDate from, LocalDate until) {
        List<Arbitrary<Comparable<?>>> values = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            values.add(Arbitraries.frequencyOf(
                    Tuple.of(mood.best, Arbitraries.just(kpi).map(each -> (Comparable<?>) good(each))),
                    Tuple.of(mood.near, near(place.market(), kpi)),
                    Tuple.of(mood.missing, Arbitraries.just(null))));
        }
        return Combinators.combine(values).as(given -> {
            PerformanceWindow window = PerformanceWindow.builder()
                    .periodFrom(from)
                    .periodUntil(until)
                    .build();
            for (Kpi kpi : Kpi.values()) {
                window = kpi.set(window, given.get(kpi.ordinal()));
            }
            return window;
        });
    }

    /** The best that occurs: a month has days and a rider two hands. */
    private static Comparable<?> good(Kpi kpi) {
        return switch (kpi) {
            case COMPLETED_ORDERS -> 600;
            case PEAK_ORDERS -> 250;
            case ACTIVE_DAYS -> 26;
            default -> kpi.best();
        };
    }

    private Arbitrary<Comparable<?>> near(String market, Kpi kpi) {
        if (kpi.type() == Rate.class) {
            List<Rate> rates = new ArrayList<>(thresholds.rates(market, kpi.column()));
            rates.addAll(thresholds.rates(market, "threshold"));
            return rate(rates).map(value -> (Comparable<?>) value);
        }
        if (kpi.type() == BigDecimal.class) {
            return decimal(thresholds.decimals(market, kpi.column()), 0, 5).map(value -> (Comparable<?>) value);
        }
        return whole(thresholds.wholes(market, kpi.column()), kpi == Kpi.ACTIVE_DAYS ? 31 : 700)
                .map(value -> (Comparable<?>) value);
    }

    /** Just below, at or just above one of these, or anything. */
    private static Arbitrary<Rate> rate(List<Rate> near) {
        Arbitrary<Rate> any = Arbitraries.integers()
                .between(1, 400)
                .flatMap(total -> Arbitraries.integers().between(0, total).map(count -> Rate.of(count, total)));
        if (near.isEmpty()) {
            return any;
        }
        Arbitrary<Rate> around = Arbitraries.of(near)
                .flatMap(rate -> Arbitraries.integers()
                        .between(-1, 1)
                        .map(step -> Rate.of(rate.toDecimal(12)
                                .add(BigDecimal.valueOf(step, 4))
                                .max(BigDecimal.ZERO)
                                .min(BigDecimal.ONE))));
        Arbitrary<Rate> exactly = Arbitraries.of(near);
        return Arbitraries.frequencyOf(Tuple.of(4, around), Tuple.of(3, exactly), Tuple.of(1, any));
    }

    private static Arbitrary<Integer> whole(List<Integer> near, int most) {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, most);
        if (near.isEmpty()) {
            return any;
        }
        Arbitrary<Integer> around = Arbitraries.of(near)
                .flatMap(number ->
                        Arbitraries.integers().between(-1, 1).map(step -> Math.min(most, Math.max(0, number + step))));
        return Arbitraries.frequencyOf(Tuple.of(4, around), Tuple.of(1, any));
    }

    private static Arbitrary<BigDecimal> decimal(List<BigDecimal> near, int least, int most) {
        Arbitrary<BigDecimal> any =
                Arbitraries.integers().between(least * 10, most * 10).map(tenths -> BigDecimal.valueOf(tenths, 1));
        if (near.isEmpty()) {
            return any;
        }
        Arbitrary<BigDecimal> around = Arbitraries.of(near)
                .flatMap(number -> Arbitraries.integers()
                        .between(-1, 1)
                        .map(step -> number.add(BigDecimal.valueOf(step, 2))
                                .max(BigDecimal.valueOf(least))
                                .min(BigDecimal.valueOf(most))));
        return Arbitraries.frequencyOf(Tuple.of(4, around), Tuple.of(1, any));
    }

    /** A day before the effective day: near a number of days that some table names, or within the last month. */
    private Arbitrary<LocalDate> dayBefore(Place place) {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 9)),
                        Tuple.of(3, Arbitraries.integers().between(0, 62)),
                        Tuple.of(3, whole(thresholds.wholes(place.market(), "Days"), 400)))
                .map(days -> place.asOf().minusDays(Math.min(days, 1_200)));
    }

    private Arbitrary<Fact> profile(Place place) {
        Arbitrary<LocalDate> joined = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(200, 2_000).map(place.asOf()::minusDays)),
                Tuple.of(1, dayBefore(place)));
        Arbitrary<MonthDay> birthdays = Arbitraries.of(
                MonthDay.from(place.asOf()), MonthDay.from(place.asOf().plusDays(1)), MonthDay.of(2, 29));
        return Combinators.combine(
                        joined.injectNull(0.15),
                        Arbitraries.integers().between(0, 4).injectNull(0.3),
                        birthdays.injectNull(0.5))
                .as((joinedOn, dependants, birthday) -> RiderProfile.builder()
                        .joinedOn(joinedOn)
                        .partnerId(place.capacity() == Capacity.FLEET ? "P-1" : null)
                        .dependants(dependants)
                        .birthday(birthday)
                        .build());
    }

    /** Riders who have held a tier for a while, which ends about now. */
    Arbitrary<Rider> ridersWithATier() {
        return riders(Topic.TIERING)
                .flatMap(rider -> Combinators.combine(
                                Arbitraries.of(tiers(rider.market())),
                                Arbitraries.of("PROMOTED", "KEPT", "KEPT", "GRACE"),
                                Arbitraries.integers().between(20, 60),
                                Arbitraries.integers().between(-10, 20))
                        .as((tier, movement, daysAgo, end) -> rider.without(
                                        fact -> fact instanceof EarlierDecision earlier
                                                && earlier.outcome().equals("TierAssigned"))
                                .with(EarlierDecision.builder()
                                        .reference("TIER")
                                        .topic(Topic.TIERING)
                                        .outcome("TierAssigned")
                                        .code(tier.getKey())
                                        .rank(tier.getValue())
                                        .detail(movement)
                                        .decidedOn(rider.asOf().minusDays(daysAgo))
                                        .validFrom(rider.asOf().minusDays(daysAgo))
                                        .validUntil(rider.asOf().plusDays(end))
                                        .build())));
    }

    /** Riders with the highest tier and a month in which nothing was missing. */
    Arbitrary<Rider> ridersWithAGoodMonth() {
        return riders(Topic.INCENTIVES).flatMap(rider -> {
            LocalDate month = ReviewPeriod.MONTH.startOf(rider.asOf());
            Place place = new Place(rider.market(), rider.capacity(), rider.scenario(), rider.asOf());
            return window(place, Mood.CLEAN, month.minusMonths(1), month).map(window -> {
                Map.Entry<String, Integer> highest = tiers(rider.market()).stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow();
                Rider with = rider.without(PerformanceWindow.class::isInstance)
                        .with(window)
                        .with(EarlierDecision.builder()
                                .reference("TIER")
                                .topic(Topic.TIERING)
                                .outcome("TierAssigned")
                                .code(highest.getKey())
                                .rank(highest.getValue())
                                .detail("KEPT")
                                .decidedOn(rider.asOf().minusDays(1))
                                .validFrom(rider.asOf().minusDays(1))
                                .validUntil(rider.asOf().plusDays(30))
                                .build());
                for (LocalDate day = month.minusMonths(1); day.isBefore(month); day = day.plusDays(1)) {
                    with = with.with(WorkLog.builder()
                            .day(day)
                            .completedOrders(20)
                            .peakOrders(8)
                            .safetyEvents(0)
                            .build());
                }
                return with;
            });
        });
    }

    /** Riders with a bad week: several new violations, mostly serious, some answered earlier in the week. */
    Arbitrary<Rider> ridersWithABadWeek() {
        return riders(Topic.VIOLATIONS).flatMap(rider -> {
            Place place = new Place(rider.market(), rider.capacity(), rider.scenario(), rider.asOf());
            List<String> serious = thresholdsOf(Topic.VIOLATIONS).rows("ViolationCode", rider.market()).stream()
                    .filter(row -> row.get("severity").equals("SERIOUS"))
                    .map(row -> row.get("code"))
                    .distinct()
                    .toList();
            Arbitrary<String> codes = Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.of(serious)), Tuple.of(1, Arbitraries.of(violationCodes(rider.market()))));
            Arbitrary<List<Fact>> earlier = some(
                    0,
                    1,
                    earlierPenalty(place)
                            .map(fact -> With.value(
                                    With.value((EarlierDecision) fact, "violationId", null), "decidedOn", rider.asOf()))
                            .map(decision -> With.value(
                                    decision, "validUntil", rider.asOf().plusDays(60))));
            return Combinators.combine(codes.list().ofMinSize(2).ofMaxSize(4), earlier)
                    .as((codesOfTheWeek, before) -> {
                        Rider with = rider;
                        for (int i = 0; i < codesOfTheWeek.size(); i++) {
                            with = with.with(Violation.builder()
                                    .id("V-10" + i)
                                    .code(codesOfTheWeek.get(i))
                                    .occurredOn(rider.asOf().minusDays(i))
                                    .status(ViolationStatus.REPORTED)
                                    .minutesLate(30)
                                    .evidence(List.of("photo-1"))
                                    .build());
                        }
                        for (Fact fact : before) {
                            with = with.with(fact);
                        }
                        return with;
                    });
        });
    }

    /** The codes that violations can have in a market. */
    List<String> violationCodes(String market) {
        List<String> codes = new ArrayList<>(thresholdsOf(Topic.VIOLATIONS).texts(market, "code"));
        codes.add("NOT_IN_THE_TABLE");
        return codes;
    }

    private Arbitrary<Fact> violation(Place place) {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 6).map(number -> "V-" + number);
        Arbitrary<ViolationStatus> statuses = Arbitraries.frequency(
                Tuple.of(5, ViolationStatus.REPORTED),
                Tuple.of(4, ViolationStatus.CONFIRMED),
                Tuple.of(1, ViolationStatus.OVERTURNED));
        Arbitrary<List<String>> evidence = Arbitraries.frequency(
                Tuple.of(6, List.of("photo-1")), Tuple.of(1, List.of("photo-1", "log-2")), Tuple.of(1, List.of()));
        Arbitrary<String> codes = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of("LATE")), Tuple.of(3, Arbitraries.of(violationCodes(place.market()))));
        Arbitrary<Integer> minutes = whole(thresholds.wholes(place.market(), "minutes"), 90);
        return Combinators.combine(
                        ids,
                        codes,
                        dayBefore(place),
                        statuses,
                        evidence,
                        minutes.injectNull(0.2),
                        Arbitraries.of(ViolationSeverity.class).injectNull(0.5))
                .as((id, code, day, status, proof, late, severity) -> Violation.builder()
                        .id(id)
                        .code(code)
                        .occurredOn(day)
                        .status(status)
                        .evidence(proof)
                        .minutesLate(late)
                        .severity(severity)
                        .build());
    }

    private Arbitrary<Fact> earlierDecision(Place place) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, earlierTier(place)),
                Tuple.of(4, earlierPenalty(place)),
                Tuple.of(1, earlierPoints(place)),
                Tuple.of(1, earlierGate(place)));
    }

    private Arbitrary<EarlierDecision.Builder> earlier(Place place, Topic topic, String outcome) {
        Arbitrary<LocalDate> ends = Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.integers().between(-1, 1)),
                        Tuple.of(3, Arbitraries.integers().between(-40, 90)))
                .map(place.asOf()::plusDays);
        return Combinators.combine(Arbitraries.integers().between(1, 6), dayBefore(place), ends.injectNull(0.1))
                .as((number, day, end) -> EarlierDecision.builder()
                        .reference("D-" + number)
                        .topic(topic)
                        .outcome(outcome)
                        .decidedOn(day)
                        .validFrom(day)
                        .validUntil(end == null || end.isAfter(day) ? end : day.plusDays(1)));
    }

    private Arbitrary<Fact> earlierTier(Place place) {
        Arbitrary<String> movements = Arbitraries.of("FIRST", "PROMOTED", "KEPT", "GRACE", "SHIELDED", "DEMOTED");
        return Combinators.combine(
                        earlier(place, Topic.TIERING, "TierAssigned"),
                        Arbitraries.of(tiers(place.market())),
                        Arbitraries.of(true, true, true, true, true, true, true, true, false),
                        movements.injectNull(0.1))
                .as((builder, tier, ranked, movement) -> builder.code(tier.getKey())
                        .rank(ranked ? tier.getValue() : null)
                        .detail(movement)
                        .build());
    }

    /** The tiers of a market with their ranks. */
    List<Map.Entry<String, Integer>> tiers(String market) {
        Map<String, Integer> ranks = new TreeMap<>();
        thresholdsOf(Topic.TIERING)
                .rows("TierThreshold", market)
                .forEach(row -> ranks.put(row.get("tier"), Integer.valueOf(row.get("rank"))));
        return ranks.isEmpty() ? List.of(Map.entry("BASE", 0)) : List.copyOf(ranks.entrySet());
    }

    private Arbitrary<Fact> earlierPenalty(Place place) {
        Arbitrary<BigDecimal> points =
                decimal(thresholdsOf(Topic.VIOLATIONS).decimals(place.market(), "points"), 0, 13);
        return Combinators.combine(
                        Arbitraries.of(
                                "PointsAssessed",
                                "PointsAssessed",
                                "WarningIssued",
                                "DeductionAssessed",
                                "SanctionRecommended"),
                        Arbitraries.of(violationCodes(place.market())),
                        points.injectNull(0.1),
                        Arbitraries.integers()
                                .between(1, 12)
                                .map(number -> "V-" + number)
                                .injectNull(0.2))
                .flatAs((outcome, code, number, violation) -> earlier(place, Topic.VIOLATIONS, outcome)
                        .map(builder -> builder.code(code)
                                .points(outcome.equals("PointsAssessed") ? number : null)
                                .violationId(violation)
                                .build()));
    }

    private Arbitrary<Fact> earlierPoints(Place place) {
        Arbitrary<BigDecimal> points = decimal(thresholds.decimals(place.market(), "points"), 0, 13);
        return Combinators.combine(earlier(place, Topic.VIOLATIONS, "PointsInForce"), points.injectNull(0.1))
                .as((builder, number) -> builder.code("TOTAL").points(number).build());
    }

    private Arbitrary<Fact> earlierGate(Place place) {
        return Arbitraries.of("GateClosed", "GateOpened")
                .flatMap(outcome -> Combinators.combine(
                                earlier(place, Topic.TRAINING, outcome), Arbitraries.of("TAKE_ORDERS", "BE_PROMOTED"))
                        .as((builder, gate) -> builder.code(gate).build()));
    }

    /** Some results, on top of those of a rider who has passed everything, or of one who has not. */
    private Arbitrary<List<Fact>> trainingResults(Place place) {
        Arbitrary<List<Fact>> some = some(0, 5, trainingResult(place));
        List<Map<String, String>> accepted =
                new ArrayList<>(thresholdsOf(Topic.TRAINING).rows("AcceptedMethod", place.market()));
        Arbitrary<List<Fact>> everything = dayBefore(place)
                .list()
                .ofSize(accepted.size())
                .map(days -> {
                    List<Fact> passed = new ArrayList<>();
                    for (int i = 0; i < days.size(); i++) {
                        if (accepted.get(i).get("accepted").equals("true")) {
                            passed.add(result(accepted.get(i), days.get(i), 40, 40, 0, 1));
                        }
                    }
                    return passed;
                });
        return Arbitraries.frequencyOf(
                Tuple.of(1, some),
                Tuple.of(
                        1,
                        Combinators.combine(some, everything)
                                .as((few, all) -> Stream.of(few, all)
                                        .flatMap(List::stream)
                                        .toList())));
    }

    private Arbitrary<Fact> trainingResult(Place place) {
        List<Map<String, String>> accepted = thresholdsOf(Topic.TRAINING).rows("AcceptedMethod", place.market());
        Arbitrary<Map<String, String>> known =
                Arbitraries.of(accepted.isEmpty() ? List.of(Map.of("module", "APP_OPERATION")) : accepted);
        Arbitrary<Map<String, String>> any = Combinators.combine(
                        known.map(row -> row.get("module")),
                        Arbitraries.of(TrainingPhase.class),
                        Arbitraries.of(TrainingMethod.class))
                .as((module, phase, method) ->
                        Map.of("module", module, "phase", phase.name(), "method", method.name()));
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(4, known), Tuple.of(1, any)),
                        dayBefore(place),
                        Arbitraries.of(10, 20, 30, 40),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 1).injectNull(0.1),
                        Arbitraries.integers().between(1, 4))
                .as((what, day, asked, share, critical, attempt) ->
                        result(what, day, correct(asked, share), asked, critical, attempt));
    }

    private static Fact result(
            Map<String, String> what, LocalDate day, int correct, int asked, Integer critical, int attempt) {
        return TrainingResult.builder()
                .module(what.get("module"))
                .phase(TrainingPhase.valueOf(what.getOrDefault("phase", "ONBOARDING")))
                .method(TrainingMethod.valueOf(what.getOrDefault("method", "ONLINE_QUIZ")))
                .takenOn(day)
                .correct(correct)
                .questions(asked)
                .criticalErrors(critical)
                .attempt(attempt)
                .build();
    }

    /** Mostly around 80 %, the usual pass mark, or all. */
    private static int correct(int asked, int share) {
        int pass = (asked * 4 + 4) / 5;
        return share < 30 ? pass + share % 3 - 1 : share < 80 ? asked : asked * (share - 50) / 50;
    }

    private Arbitrary<List<Fact>> workLogs(Place place) {
        Arbitrary<Fact> log = Combinators.combine(
                        Arbitraries.integers().between(0, 62).map(place.asOf()::minusDays),
                        Arbitraries.integers()
                                .between(0, 14)
                                .map(Duration::ofHours)
                                .injectNull(0.1),
                        Arbitraries.integers()
                                .between(0, 6)
                                .map(Duration::ofHours)
                                .injectNull(0.2),
                        whole(thresholds.wholes(place.market(), "minOrders"), 40)
                                .map(n -> Math.min(n, 1_000))
                                .injectNull(0.05),
                        Arbitraries.integers().between(0, 20).injectNull(0.1),
                        Arbitraries.integers().between(0, 15).injectNull(0.1),
                        Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1)).injectNull(0.05))
                .as((day, worked, stretch, orders, onTime, peak, safety) -> WorkLog.builder()
                        .day(day)
                        .worked(worked)
                        .longestStretch(
                                worked == null || stretch == null || stretch.compareTo(worked) <= 0 ? stretch : worked)
                        .completedOrders(orders)
                        .onTimeOrders(
                                orders == null || onTime == null ? onTime : Integer.valueOf(Math.min(onTime, orders)))
                        .peakOrders(orders == null || peak == null ? peak : Integer.valueOf(Math.min(peak, orders)))
                        .safetyEvents(safety)
                        .build());
        return Arbitraries.frequencyOf(
                Tuple.of(2, some(0, 8, log)), Tuple.of(2, some(25, 60, log)), Tuple.of(1, Arbitraries.just(List.of())));
    }

    /** The last eight months: most of them as usual, some otherwise, some not known. */
    private Arbitrary<List<Fact>> engagements(Place place) {
        Thresholds own = thresholdsOf(Topic.WELFARE);
        List<BigDecimal> monthly = own.decimals(place.market(), "hoursAWeek").stream()
                .map(weekly ->
                        weekly.multiply(BigDecimal.valueOf(13)).divide(BigDecimal.valueOf(3), 2, RoundingMode.UP))
                .toList();
        List<BigDecimal> bases = own.rows("IncomeBase", place.market()).stream()
                .map(row -> new BigDecimal(row.get("base")))
                .toList();
        return Combinators.combine(decimal(monthly, 0, 200), decimal(bases, 0, 60_000))
                .flatAs((usualHours, usualIncome) -> {
                    List<Arbitrary<Fact>> months = new ArrayList<>();
                    for (int back = 0; back < 8; back++) {
                        YearMonth month = YearMonth.from(place.asOf()).minusMonths(back);
                        months.add(engagement(
                                place, month, usual(usualHours, monthly, 200), usual(usualIncome, bases, 60_000)));
                    }
                    Arbitrary<List<Fact>> all = Combinators.combine(months).as(facts -> List.copyOf(facts));
                    return Arbitraries.frequencyOf(
                            Tuple.of(3, all),
                            Tuple.of(1, all.map(facts -> facts.subList(1, 5))),
                            Tuple.of(1, Arbitraries.just(List.of())));
                });
    }

    private static Arbitrary<BigDecimal> usual(BigDecimal usual, List<BigDecimal> near, int most) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(usual)),
                Tuple.of(3, decimal(near, 0, most)),
                Tuple.of(1, Arbitraries.just(null)));
    }

    private static Arbitrary<Fact> engagement(
            Place place, YearMonth month, Arbitrary<BigDecimal> hours, Arbitrary<BigDecimal> income) {
        Currency currency = CURRENCIES.get(place.market());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 28).injectNull(0.1),
                        hours,
                        income,
                        Arbitraries.of(true, true, true, false).injectNull(0.1))
                .as((days, worked, earned, contributed) -> Engagement.builder()
                        .month(month)
                        .engagedDays(days)
                        .engagedHours(worked)
                        .income(earned)
                        .currency(earned == null ? null : currency)
                        .contributed(contributed)
                        .build());
    }

    private Arbitrary<Fact> careClaim(Place place) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4).map(number -> "C-" + number),
                        Arbitraries.of(ClaimKind.class),
                        dayBefore(place),
                        Arbitraries.integers().between(0, 40).injectNull(0.3),
                        whole(thresholds.wholes(place.market(), "Days"), 60).injectNull(0.2),
                        Arbitraries.of(true, true, false).injectNull(0.15))
                .as((id, kind, started, lasted, unfit, certified) -> CareClaim.builder()
                        .id(id)
                        .kind(kind)
                        .startedOn(started)
                        .endedOn(lasted == null ? null : started.plusDays(lasted))
                        .unfitDays(unfit)
                        .certified(certified)
                        .build());
    }

    private Arbitrary<Fact> incident(Place place) {
        return Combinators.combine(
                        Arbitraries.of("I-1", "I-2"),
                        Arbitraries.of(IncidentKind.class),
                        dayBefore(place),
                        Arbitraries.of(InjuryLevel.class).injectNull(0.2),
                        Arbitraries.integers().between(0, 30).injectNull(0.3))
                .as((id, kind, day, injury, leave) -> Incident.builder()
                        .id(id)
                        .kind(kind)
                        .occurredAt(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                        .injury(injury)
                        .medicalLeaveDays(leave)
                        .build());
    }

    private Arbitrary<Fact> weatherDay(Place place) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).map(place.asOf()::minusDays),
                        decimal(thresholds.decimals(place.market(), "Temperature"), -5, 45)
                                .injectNull(0.1),
                        Arbitraries.of(WeatherLevel.class).injectNull(0.3))
                .as((day, temperature, level) -> WeatherDay.builder()
                        .day(day)
                        .maxTemperature(temperature)
                        .level(level)
                        .build());
    }

    private Arbitrary<Fact> document(Place place) {
        return Combinators.combine(
                        Arbitraries.of("DOC-1", "DOC-2", "DOC-3"),
                        Arbitraries.of(DocumentKind.class),
                        Arbitraries.integers()
                                .between(-30, 60)
                                .map(place.asOf()::plusDays)
                                .injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.2))
                .as((id, kind, until, verified) -> Document.builder()
                        .id(id)
                        .kind(kind)
                        .validUntil(until)
                        .verified(verified)
                        .build());
    }

    private Arbitrary<Fact> measure(Place place) {
        return Combinators.combine(
                        Arbitraries.of("cityPoints", "distanceKm"),
                        Arbitraries.integers().between(0, 200).map(BigDecimal::valueOf),
                        dayBefore(place).injectNull(0.3))
                .as((name, value, day) ->
                        Measure.builder().name(name).value(value).day(day).build());
    }

    private Arbitrary<Fact> surveyAnswer(Place place) {
        return Combinators.combine(dayBefore(place), Arbitraries.integers().between(0, 10))
                .as((day, score) -> SurveyAnswer.builder()
                        .question("SATISFACTION")
                        .answeredOn(day)
                        .score(score)
                        .build());
    }

    private Arbitrary<Fact> inspection(Place place) {
        return dayBefore(place)
                .map(day -> Inspection.builder().id("IN-1").inspectedOn(day).build());
    }

    private Arbitrary<Fact> inspectionItem() {
        return Combinators.combine(Arbitraries.of("HELMET", "BOX"), Arbitraries.of(true, false))
                .as((item, passed) -> new InspectionItem("IN-1", item, passed));
    }

    private Arbitrary<Fact> delivery(Place place) {
        return Combinators.combine(Arbitraries.of("O-1", "O-2"), Arbitraries.of(DeliveryEnding.class), dayBefore(place))
                .as((id, ending, day) -> Delivery.builder()
                        .orderId(id)
                        .ending(ending)
                        .acceptedAt(day.atTime(12, 0).toInstant(ZoneOffset.UTC))
                        .build());
    }

    private Arbitrary<Fact> appeal(Place place) {
        return Combinators.combine(Arbitraries.integers().between(1, 6).map(number -> "V-" + number), dayBefore(place))
                .as((violation, day) -> Appeal.builder()
                        .id("A-1")
                        .violationId(violation)
                        .grounds("NOT_ME")
                        .filedOn(day)
                        .build());
    }

    private Arbitrary<Fact> partner(Place place) {
        return rate(thresholds.rates(place.market(), "OnTime"))
                .map(onTime -> PartnerRecord.builder()
                        .partnerId("P-1")
                        .periodFrom(place.asOf().minusDays(30))
                        .periodUntil(place.asOf())
                        .onTimeRate(onTime)
                        .build());
    }

    private final Map<Topic, Thresholds> byTopic = new TreeMap<>();

    private synchronized Thresholds thresholdsOf(Topic topic) {
        Function<Topic, Thresholds> read = each -> new Thresholds(packs.stream()
                .filter(pack -> pack.manifest().topic().equals(each))
                .toList());
        return byTopic.computeIfAbsent(topic, read);
    }
}
