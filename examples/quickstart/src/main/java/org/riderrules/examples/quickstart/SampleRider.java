package org.riderrules.examples.quickstart;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.TrainingMethod;
import org.riderrules.api.fact.TrainingPhase;
import org.riderrules.api.fact.TrainingResult;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.fact.WeatherDay;
import org.riderrules.api.fact.WorkLog;

/** Invents the facts about one rider of the sample. For one thread, and for one call. */
final class SampleRider {
    private static final List<String> TIERS = List.of("BASE", "SILVER", "GOLD", "PLATINUM");
    private static final List<String> VIOLATIONS =
            List.of("LATE", "LATE", "FOOD_SPILL", "DRESS_CODE", "NO_HELMET", "RED_LIGHT", "FAKE_DELIVERY", "FRAUD");
    private static final List<String> MODULES = List.of(
            "APP_OPERATION",
            "COMPLIANCE",
            "TRAFFIC_SAFETY",
            "FOOD_PROTECTION",
            "SERVICE_EXPERIENCE",
            "REWARDS_PENALTIES");
    /** A good monthly income from full-time work, in the currency of the market. */
    private static final Map<String, Integer> INCOME =
            Map.of("HK", 21_000, "SA", 5_200, "BR", 3_100, "NL", 2_700, "NBO", 38_000);

    private static final Map<String, String> CURRENCIES =
            Map.of("HK", "HKD", "SA", "SAR", "BR", "BRL", "NL", "EUR", "NBO", "KES");

    private final String market;
    private final Capacity capacity;
    private final LocalDate asOf;
    private final Random random;
    private final List<Fact> facts = new ArrayList<>();

    SampleRider(String market, Capacity capacity, LocalDate asOf, Random random) {
        this.market = market;
        this.capacity = capacity;
        this.asOf = asOf;
        this.random = random;
    }

    List<Fact> facts() {
        int days = chance(100) ? 3 + random.nextInt(25) : 90 + random.nextInt(1_400);
        LocalDate joined = asOf.minusDays(days);
        facts.add(RiderProfile.builder()
                .joinedOn(joined)
                .partnerId(capacity == Capacity.FLEET ? market + "-FLEET-" + (1 + random.nextInt(3)) : null)
                .dependants(known(random.nextInt(4)))
                .build());
        facts.add(window());
        if (days >= 90) {
            earlierTier();
            months();
        }
        training(joined);
        if (chance(350)) {
            violation();
        }
        if (chance(250)) {
            workLogs();
        }
        if (chance(120)) {
            claim();
        }
        if (market.equals("SA")) {
            facts.add(WeatherDay.builder()
                    .day(asOf.minusDays(1))
                    .maxTemperature(new BigDecimal(36 + random.nextInt(6)))
                    .build());
        }
        return facts;
    }

    /** October, for a rider who is good or not at what he does, whatever the market asks for. */
    private PerformanceWindow window() {
        int orders = orders();
        int late = of(orders, pick(20, 20, 50, 90, 180));
        int offers = orders + of(orders, 150);
        int refused = of(offers, 131);
        int rated = of(orders, 400);
        return PerformanceWindow.builder()
                .periodFrom(asOf.minusMonths(1))
                .periodUntil(asOf)
                .completedOrders(orders)
                .activeDays(Math.min(26, orders))
                .onTimeRate(rate(orders - late, orders))
                .overtimeRate(rate(of(late, 250), orders))
                .complaintRate(rate(of(orders, pick(2, 8, 15, 40)), orders))
                .satisfactionRate(rate(rated - of(rated, pick(20, 50, 90)), rated))
                .customerRating(known(BigDecimal.valueOf(420 + random.nextInt(80), 2)))
                .completionRate(rate(orders, orders + of(orders, 12)))
                .refusalRate(rate(refused, offers))
                .lapsedRate(rate(Math.min(offers - refused, of(offers, 60)), offers))
                .equipmentComplianceRate(chance(30) ? Rate.of(11, 12) : Rate.of(12, 12))
                .safetyIncidentRate(rate(of(orders, 1), orders))
                .peakOrders(of(orders, 400))
                .build();
    }

    private int orders() {
        return switch (capacity) {
            case CROWDSOURCED -> chance(200) ? random.nextInt(10) : 15 + random.nextInt(250);
            case FLEET -> 150 + random.nextInt(350);
            case DEDICATED -> 200 + random.nextInt(400);
        };
    }

    /** Given in September, most for two months, some only until the day itself. */
    private void earlierTier() {
        if (chance(700)) {
            int rank = random.nextInt(TIERS.size());
            LocalDate decided = asOf.minusMonths(chance(500) ? 1 : 2);
            facts.add(EarlierDecision.builder()
                    .reference("T-" + decided)
                    .topic(Topic.TIERING)
                    .outcome("TierAssigned")
                    .code(TIERS.get(rank))
                    .detail(chance(400) ? "GRACE" : "KEPT")
                    .rank(rank)
                    .decidedOn(decided)
                    .validFrom(decided)
                    .validUntil(decided.plusMonths(2))
                    .build());
        }
    }

    private void months() {
        for (int back = 6; back >= 1; back--) {
            if (!chance(150)) {
                int engaged = 4 + random.nextInt(23);
                int income = INCOME.getOrDefault(market, 0) * engaged / 24;
                facts.add(Engagement.builder()
                        .month(YearMonth.from(asOf).minusMonths(back))
                        .engagedDays(engaged)
                        .engagedHours(BigDecimal.valueOf(engaged * (4L + random.nextInt(6))))
                        .income(BigDecimal.valueOf(income))
                        .currency(Currency.getInstance(CURRENCIES.get(market)))
                        .contributed(known(chance(700)))
                        .build());
            }
        }
    }

    /** The onboarding in the first week, and every year again what is to be repeated; one in ten answers misses. */
    private void training(LocalDate joined) {
        for (String module : MODULES) {
            if (!chance(30)) {
                result(module, TrainingPhase.ONBOARDING, joined.plusDays(random.nextInt(3)));
            }
        }
        for (String module : List.of("TRAFFIC_SAFETY", "FOOD_PROTECTION", "COMPLIANCE")) {
            LocalDate taken = asOf.minusDays(20 + random.nextInt(350));
            if (taken.isAfter(joined) && !chance(100)) {
                result(module, TrainingPhase.REGULAR, taken);
            }
        }
    }

    private void result(String module, TrainingPhase phase, LocalDate taken) {
        int questions = module.equals("TRAFFIC_SAFETY") ? 10 : 40;
        boolean fails = chance(40);
        facts.add(TrainingResult.builder()
                .module(module)
                .phase(phase)
                .method(TrainingMethod.CLOSED_BOOK_QUIZ)
                .takenOn(taken)
                .correct(fails ? questions / 2 : questions - random.nextInt(questions / 10))
                .questions(questions)
                .criticalErrors(0)
                .attempt(1)
                .build());
    }

    private void violation() {
        String code = VIOLATIONS.get(random.nextInt(VIOLATIONS.size()));
        LocalDate occurred = asOf.minusDays(1 + random.nextInt(20));
        facts.add(Violation.builder()
                .id("V-1")
                .code(code)
                .occurredOn(occurred)
                .reportedOn(occurred)
                .status(ViolationStatus.REPORTED)
                .minutesLate(code.equals("LATE") ? Integer.valueOf(5 + random.nextInt(50)) : null)
                .evidence(chance(900) ? List.of("photo-1") : List.of())
                .build());
        if (chance(400)) {
            facts.add(Violation.builder()
                    .id("V-0")
                    .code(code)
                    .occurredOn(occurred.minusDays(40))
                    .status(ViolationStatus.CONFIRMED)
                    .evidence(List.of("photo-0"))
                    .build());
        }
    }

    private void workLogs() {
        for (LocalDate day = asOf.minusMonths(1); day.isBefore(asOf); day = day.plusDays(1)) {
            if (!chance(200)) {
                int orders = 3 + random.nextInt(12);
                facts.add(WorkLog.builder()
                        .day(day)
                        .worked(Duration.ofMinutes(30L * orders))
                        .longestStretch(Duration.ofMinutes(15L * orders))
                        .completedOrders(orders)
                        .onTimeOrders(orders - of(orders, 80))
                        .peakOrders(of(orders, 400))
                        .safetyEvents(chance(30) ? 1 : 0)
                        .build());
            }
        }
    }

    private void claim() {
        int unfit = 1 + random.nextInt(12);
        facts.add(CareClaim.builder()
                .id("C-1")
                .kind(chance(500) ? ClaimKind.ILLNESS : ClaimKind.ACCIDENT)
                .startedOn(asOf.minusDays(unfit + 2L))
                .endedOn(asOf.minusDays(2))
                .unfitDays(unfit)
                .certified(known(true))
                .build());
    }

    /** Whether something happens that happens so many times in a thousand. */
    private boolean chance(int thousandths) {
        return random.nextInt(1_000) < thousandths;
    }

    /** How many of so many, each by chance. */
    private int of(int many, int thousandths) {
        int count = 0;
        for (int i = 0; i < many; i++) {
            count += chance(thousandths) ? 1 : 0;
        }
        return count;
    }

    private int pick(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Three in a hundred figures are not known, and a rate of nothing never is. */
    private @Nullable Rate rate(int count, int total) {
        return total == 0 ? null : known(Rate.of(count, total));
    }

    private <T> @Nullable T known(T value) {
        return chance(30) ? null : value;
    }
}
