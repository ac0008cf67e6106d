package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.riderrules.api.Decision;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.ReviewPeriod;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.TrainingResult;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.WorkLog;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.BenefitKind;
import org.riderrules.api.outcome.BenefitWithheld;
import org.riderrules.api.outcome.DeductionAssessed;
import org.riderrules.api.outcome.GateOpened;
import org.riderrules.api.outcome.IncentiveEarned;
import org.riderrules.api.outcome.IncentivePayable;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.Penalty;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.PointsInForce;
import org.riderrules.api.outcome.SanctionRecommended;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.api.outcome.TierMovement;
import org.riderrules.api.outcome.TierShielded;
import org.riderrules.api.outcome.WarningIssued;

/**
 * What every catalogue must keep to, whatever its numbers. Each law fails with an {@link AssertionError} that shows the
 * rider and the decisions; each takes the engine, so that wrong packs can be tried on the same laws.
 */
final class Laws {
    private static final Set<BenefitKind> COVERS = Set.of(BenefitKind.ACCIDENT_COVER, BenefitKind.ILLNESS_COVER);

    private final RulesEngine engine;

    Laws(RulesEngine engine) {
        this.engine = engine;
    }

    static Laws shipped() {
        return new Laws(Shipped.engine());
    }

    Decision decide(Rider rider, Topic topic) {
        return engine.decide(rider.about(topic));
    }

    /** No decision of the shipped packs needs review: that would be a mistake of a pack. */
    void needsNoReview(Rider rider, Topic... topics) {
        for (Decision decision : engine.decideAll(rider.about(topics))) {
            assertThat(decision.outcomes(NeedsReview.class))
                    .as(() -> shown(rider, decision))
                    .isEmpty();
        }
    }

    /** The same facts in any order and twice. */
    void orderAndRepetitionDoNotMatter(Rider rider, long seed, Topic... topics) {
        List<Decision> first = engine.decideAll(rider.about(topics));
        List<Fact> shuffled = new ArrayList<>(rider.facts());
        shuffled.addAll(rider.facts());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(engine.decideAll(rider.about(shuffled, topics))).isEqualTo(first);
    }

    /** The same facts from several threads at a time. */
    void threadsDoNotMatter(Rider rider, Topic... topics) {
        List<Decision> first = engine.decideAll(rider.about(topics));
        Callable<List<Decision>> again = () -> engine.decideAll(rider.about(topics));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Decision>> other : threads.invokeAll(Collections.nCopies(4, again))) {
                assertThat(other.get()).isEqualTo(first);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A fact of a type that the pack does not read changes no outcome and no reason. */
    void unrelatedFactChangesNothing(Rider rider, List<Fact> unrelated, Topic topic) {
        Rider other = rider;
        for (Fact fact : unrelated) {
            other = other.with(fact);
        }
        Decision before = decide(rider, topic);
        Decision after = decide(other, topic);
        assertThat(after.outcomes()).isEqualTo(before.outcomes());
        assertThat(after.explanation()).isEqualTo(before.explanation());
    }

    /** A tier, or a shield, or what is not known: exactly one of the three. */
    void exactlyOneTier(Rider rider) {
        Decision decision = decide(rider, Topic.TIERING);
        int tiers = decision.outcomes(TierAssigned.class).size();
        int shields = decision.outcomes(TierShielded.class).size();
        boolean unknown = decision.has(InsufficientData.class);
        assertThat(tiers + shields + (unknown ? 1 : 0))
                .as(() -> shown(rider, decision))
                .isEqualTo(1);
    }

    /** With a better KPI the tier is never lower. */
    void betterIsNeverLower(Rider rider, Kpi kpi, Comparable<?> value) {
        Rider better = improved(rider, kpi, value);
        Decision before = decide(rider, Topic.TIERING);
        Decision after = decide(better, Topic.TIERING);
        List<TierAssigned> held = before.outcomes(TierAssigned.class);
        if (held.isEmpty() || held.get(0).movement() == TierMovement.SHIELDED) {
            return; // Not judged, or not known: more orders may begin the judging, and that may go either way.
        }
        if (isUnknownForWantOfAField(after, better)) {
            return; // A tier that was missed is now within reach, and hangs on a KPI that is not known.
        }
        List<TierAssigned> given = after.outcomes(TierAssigned.class);
        assertThat(given)
                .as(() -> kpi.field() + " " + value + "\n" + shown(rider, before) + shown(better, after))
                .isNotEmpty();
        assertThat(given.get(0).rank())
                .as(() -> kpi.field() + " " + value + "\n" + shown(rider, before) + shown(better, after))
                .isGreaterThanOrEqualTo(held.get(0).rank());
    }

    /** With a better KPI no less is paid. */
    void betterIsNeverPaidLess(Rider rider, Kpi kpi, Comparable<?> value) {
        Rider better = improved(rider, kpi, value);
        notPaidLess(rider, decide(rider, Topic.INCENTIVES), better, decide(better, Topic.INCENTIVES));
    }

    /** A better day at work never pays less: more orders, or none of its safety events. */
    void betterDayIsNeverPaidLess(Rider rider, LocalDate day) {
        Rider better = rider.changing(
                WorkLog.class,
                log -> log.day().equals(day) && log.completedOrders() != null && log.safetyEvents() != null
                        ? With.value(With.value(log, "completedOrders", log.completedOrders() + 10), "safetyEvents", 0)
                        : log);
        notPaidLess(rider, decide(rider, Topic.INCENTIVES), better, decide(better, Topic.INCENTIVES));
    }

    /** A higher tier never pays less. */
    void higherTierIsNeverPaidLess(Rider rider, EarlierDecision lower, EarlierDecision higher) {
        Rider with = rider.with(lower);
        Rider better = rider.with(higher);
        notPaidLess(with, decide(with, Topic.INCENTIVES), better, decide(better, Topic.INCENTIVES));
    }

    /** More right answers never close a gate. */
    void betterAnswersNeverCloseAGate(Rider rider, int which, int more) {
        List<TrainingResult> results = rider.facts(TrainingResult.class);
        if (results.isEmpty()) {
            return;
        }
        TrainingResult changed = results.get(which % results.size());
        Rider better = rider.changing(
                TrainingResult.class,
                result -> result.equals(changed)
                        ? With.value(result, "correct", Math.min(result.questions(), result.correct() + more))
                        : result);
        Decision before = decide(rider, Topic.TRAINING);
        Decision after = decide(better, Topic.TRAINING);
        assertThat(gates(after))
                .as(() -> shown(rider, before) + shown(better, after))
                .containsAll(gates(before));
    }

    private static List<String> gates(Decision decision) {
        return decision.outcomes(GateOpened.class).stream()
                .map(GateOpened::gate)
                .toList();
    }

    /** What a rider is granted, as benefit and amount. */
    void moreWorkNeverLosesABenefit(Rider rider, Rider better) {
        Decision before = decide(rider, Topic.WELFARE);
        Decision after = decide(better, Topic.WELFARE);
        Map<String, BigDecimal> granted = amounts(after);
        amounts(before)
                .forEach((code, amount) -> assertThat(granted.getOrDefault(code, BigDecimal.ONE.negate()))
                        .as(() -> code + "\n" + shown(rider, before) + shown(better, after))
                        .isGreaterThanOrEqualTo(amount));
    }

    private static Map<String, BigDecimal> amounts(Decision decision) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        decision.outcomes(BenefitGranted.class)
                .forEach(granted -> amounts.merge(
                        granted.code(),
                        granted.amount() == null ? BigDecimal.ZERO : granted.amount(),
                        BigDecimal::add));
        return amounts;
    }

    void notPaidLess(Rider rider, Decision before, Rider better, Decision after) {
        if (isUnknownForWantOfAField(after, better)) {
            return;
        }
        assertThat(paid(after))
                .as(() -> shown(rider, before) + shown(better, after))
                .isGreaterThanOrEqualTo(paid(before));
    }

    /**
     * What is missing never counts as zero, nor as anything else: without the KPI the answer is that it is not known, or
     * it is the same for the best and for the worst value.
     */
    void missingIsNotZero(Rider rider, Kpi kpi, Topic topic) {
        Decision missing = decide(setting(rider, kpi, null), topic);
        boolean told = missing.outcomes(InsufficientData.class).stream()
                .anyMatch(unknown -> topic.equals(Topic.TIERING)
                        || unknown.field().equals("PerformanceWindow." + kpi.field())
                        || unknown.field().equals("PerformanceWindow"));
        if (told) {
            return;
        }
        Decision best = decide(setting(rider, kpi, kpi.best()), topic);
        Decision worst = decide(setting(rider, kpi, kpi.worst()), topic);
        assertThat(essence(missing))
                .as(() -> kpi.field() + " missing, best, worst\n" + shown(rider, missing) + shown(rider, best)
                        + shown(rider, worst))
                .isEqualTo(essence(best))
                .isEqualTo(essence(worst));
    }

    /** Where a missing KPI has no say, it counts as if it were fine: nothing is asked of the rider because of it. */
    void missingIsNotHeldAgainst(Rider rider, Kpi kpi, Topic topic) {
        Decision missing = decide(setting(rider, kpi, null), topic);
        Decision best = decide(setting(rider, kpi, kpi.best()), topic);
        assertThat(essence(missing))
                .as(() -> kpi.field() + " missing, best\n" + shown(rider, missing) + shown(rider, best))
                .isEqualTo(essence(best));
    }

    /** What is withheld in a market changes no outcome and no reason, and stands in no explanation. */
    void withheldIsNotRead(Rider rider, String type, String field, Object value, Topic topic) {
        Rider other = rider.changing(
                Fact.class,
                fact -> fact.getClass().getSimpleName().equals(type)
                        ? (Fact) With.value((Record) fact, field, value)
                        : fact);
        Decision before = decide(rider, topic);
        Decision after = decide(other, topic);
        assertThat(after.outcomes()).as(() -> shown(other, after)).isEqualTo(before.outcomes());
        assertThat(after.explanation()).isEqualTo(before.explanation());
        after.explanation().visit(node -> {
            if (node instanceof Evidence.FactUsed used
                    && used.fact().getClass().getSimpleName().equals(type)) {
                assertThat(With.value((Record) used.fact(), field)).isNull();
            }
        });
    }

    /** One violation, one penalty at most; and none again once it was answered. */
    void oneEventIsPunishedOnce(Rider rider) {
        Decision decision = decide(rider, Topic.VIOLATIONS);
        List<Penalty> penalties = decision.outcomes(Penalty.class);
        assertThat(penalties).extracting(Penalty::violationId).doesNotHaveDuplicates();
        if (penalties.isEmpty()) {
            return;
        }
        Rider later = rider;
        int number = 0;
        for (Penalty penalty : penalties) {
            later = later.with(EarlierDecision.builder()
                    .reference("AGAIN-" + number++)
                    .topic(Topic.VIOLATIONS)
                    .outcome(penalty.getClass().getSimpleName())
                    .code(penalty.code())
                    .decidedOn(rider.asOf())
                    .points(penalty instanceof PointsAssessed assessed ? assessed.points() : null)
                    .violationId(penalty.violationId())
                    .validFrom(penalty.validFrom())
                    .validUntil(penalty.validUntil())
                    .build());
        }
        Rider again = later;
        Decision second = decide(again, Topic.VIOLATIONS);
        assertThat(second.outcomes(Penalty.class).stream().map(Penalty::violationId))
                .as(() -> shown(rider, decision) + shown(again, second))
                .doesNotContainAnyElementsOf(
                        penalties.stream().map(Penalty::violationId).toList());
    }

    /** Points of one week stay within its cap, those assessed earlier in the week included. */
    void weeklyPointsStayWithinTheirCap(Rider rider) {
        Decision decision = decide(rider, Topic.VIOLATIONS);
        List<PointsAssessed> assessed = decision.outcomes(PointsAssessed.class);
        if (assessed.isEmpty()) {
            return;
        }
        BigDecimal cap = new BigDecimal(cell(decision, "weeklyCap"));
        LocalDate week = ReviewPeriod.valueOf(cell(decision, "capPeriod")).startOf(rider.asOf());
        BigDecimal earlier = rider.facts(EarlierDecision.class).stream()
                .filter(each -> each.outcome().equals("PointsAssessed") && each.points() != null)
                .filter(each ->
                        !each.decidedOn().isBefore(week) && !each.decidedOn().isAfter(rider.asOf()))
                .filter(each -> !isOverturned(rider, each.violationId()))
                .map(EarlierDecision::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal now = assessed.stream().map(PointsAssessed::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(now)
                .as(() -> "earlier this week " + earlier + ", cap " + cap + "\n" + shown(rider, decision))
                .isLessThanOrEqualTo(cap.subtract(earlier).max(BigDecimal.ZERO));
    }

    /** What is paid is at most the cap and at most what was earned. */
    void paymentStaysWithinItsCap(Rider rider) {
        Decision decision = decide(rider, Topic.INCENTIVES);
        BigDecimal earned = decision.outcomes(IncentiveEarned.class).stream()
                .map(IncentiveEarned::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (IncentivePayable payable : decision.outcomes(IncentivePayable.class)) {
            assertThat(payable.amount())
                    .as(() -> shown(rider, decision))
                    .isLessThanOrEqualTo(payable.cap())
                    .isEqualByComparingTo(earned.min(payable.cap()));
        }
    }

    /** A milder violation is never answered harder: by code, with the same history and circumstances. */
    void milderIsNeverPunishedHarder(Rider rider, Violation violation, String one, String other) {
        Decision first = decide(rider.with(With.value(violation, "code", one)), Topic.VIOLATIONS);
        Decision second = decide(rider.with(With.value(violation, "code", other)), Topic.VIOLATIONS);
        ViolationSeverity firstClass = severity(first, one);
        ViolationSeverity secondClass = severity(second, other);
        if (firstClass == null || secondClass == null || firstClass == secondClass) {
            return;
        }
        boolean isMilder = firstClass.compareTo(secondClass) < 0;
        notHarder(rider, violation, isMilder ? first : second, isMilder ? second : first);
    }

    /** A shorter delay is never answered harder than a longer one. */
    void lessLateIsNeverPunishedHarder(Rider rider, Violation violation, int minutes, int more) {
        Decision shorter = decide(rider.with(With.value(violation, "minutesLate", minutes)), Topic.VIOLATIONS);
        Decision longer = decide(rider.with(With.value(violation, "minutesLate", minutes + more)), Topic.VIOLATIONS);
        notHarder(rider, violation, shorter, longer);
    }

    /** Cover after an accident and in illness is the same whatever a rider's performance. */
    void coverReadsNoPerformance(Rider rider, List<Fact> performance) {
        Rider other = rider.without(fact -> performance.stream().anyMatch(each -> each.getClass() == fact.getClass()));
        for (Fact fact : performance) {
            other = other.with(fact);
        }
        Rider changed = other;
        assertThat(cover(decide(changed, Topic.WELFARE)))
                .as(() -> shown(rider, decide(rider, Topic.WELFARE)) + shown(changed, decide(changed, Topic.WELFARE)))
                .isEqualTo(cover(decide(rider, Topic.WELFARE)));
    }

    private static List<Outcome> cover(Decision decision) {
        return decision.outcomes().stream()
                .filter(outcome -> outcome instanceof BenefitGranted granted && COVERS.contains(granted.kind())
                        || outcome instanceof BenefitWithheld withheld && COVERS.contains(withheld.kind()))
                .toList();
    }

    private void notHarder(Rider rider, Violation violation, Decision mild, Decision hard) {
        Penalty mildAnswer = answer(mild, violation.id());
        Penalty hardAnswer = answer(hard, violation.id());
        if (hardAnswer == null && hard.has(InsufficientData.class)) {
            return; // What the graver one costs is not known.
        }
        if (kind(mildAnswer) != kind(hardAnswer)) {
            assertThat(kind(mildAnswer))
                    .as(() -> shown(rider, mild) + shown(rider, hard))
                    .isLessThan(kind(hardAnswer));
        } else if (mildAnswer instanceof PointsAssessed less && hardAnswer instanceof PointsAssessed more) {
            assertThat(less.points())
                    .as(() -> shown(rider, mild) + shown(rider, hard))
                    .isLessThanOrEqualTo(more.points());
        } else if (mildAnswer instanceof DeductionAssessed less && hardAnswer instanceof DeductionAssessed more) {
            assertThat(less.amount())
                    .as(() -> shown(rider, mild) + shown(rider, hard))
                    .isLessThanOrEqualTo(more.amount());
        } else if (mildAnswer instanceof SanctionRecommended less && hardAnswer instanceof SanctionRecommended more) {
            assertThat(less.action()).isLessThanOrEqualTo(more.action());
        }
    }

    /** Nothing, a warning, points or a deduction, a person is asked: points and money do not compare. */
    private static int kind(Penalty penalty) {
        if (penalty == null) {
            return 0;
        }
        return penalty instanceof WarningIssued ? 1 : penalty instanceof SanctionRecommended ? 3 : 2;
    }

    private static Penalty answer(Decision decision, String violation) {
        return decision.outcomes(Penalty.class).stream()
                .filter(penalty -> penalty.violationId().equals(violation))
                .findFirst()
                .orElse(null);
    }

    private static ViolationSeverity severity(Decision decision, String code) {
        return decision.provenance().rowsUsed().stream()
                .map(TableRow::values)
                .filter(values -> code.equals(values.get("code")) && values.containsKey("severity"))
                .map(values -> ViolationSeverity.valueOf(values.get("severity")))
                .findFirst()
                .orElse(null);
    }

    private static String cell(Decision decision, String column) {
        return decision.provenance().rowsUsed().stream()
                .map(row -> row.values().get(column))
                .filter(text -> text != null)
                .findFirst()
                .orElseGet(() -> fail("no row with a column " + column + " was used: "
                        + decision.provenance().rowsUsed()));
    }

    private static boolean isOverturned(Rider rider, String violation) {
        return rider.facts(Violation.class).stream()
                .anyMatch(each -> each.id().equals(violation)
                        && each.status() == org.riderrules.api.fact.ViolationStatus.OVERTURNED);
    }

    private static BigDecimal paid(Decision decision) {
        return decision.outcomes(IncentivePayable.class).stream()
                .map(IncentivePayable::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the decision says that a field is not known which is indeed not given. */
    private static boolean isUnknownForWantOfAField(Decision decision, Rider rider) {
        return decision.outcomes(InsufficientData.class).stream().anyMatch(unknown -> {
            String[] parts = unknown.field().split("\\.");
            List<Fact> facts = rider.facts().stream()
                    .filter(fact -> fact.getClass().getSimpleName().equals(parts[0]))
                    .toList();
            return facts.isEmpty()
                    || parts.length < 2
                    || facts.stream().anyMatch(fact -> With.value((Record) fact, parts[1]) == null);
        });
    }

    private static Rider improved(Rider rider, Kpi kpi, Comparable<?> value) {
        return rider.changing(PerformanceWindow.class, window -> {
            Comparable<?> known = kpi.of(window);
            return known != null && kpi.isBetter(value, known) ? kpi.set(window, value) : window;
        });
    }

    private static Rider setting(Rider rider, Kpi kpi, Object value) {
        return rider.changing(PerformanceWindow.class, window -> {
            boolean tooMany = kpi == Kpi.PEAK_ORDERS
                    && value instanceof Integer peak
                    && window.completedOrders() != null
                    && peak > window.completedOrders();
            return kpi.set(window, tooMany ? window.completedOrders() : value);
        });
    }

    /** What a decision comes to, without telling what is missing for more. */
    private static Map<String, List<String>> essence(Decision decision) {
        return decision.outcomes().stream()
                .filter(outcome -> !(outcome instanceof org.riderrules.api.outcome.TierGateMissed))
                .filter(outcome -> !(outcome instanceof org.riderrules.api.outcome.IncentiveWithheld))
                .filter(outcome -> !(outcome instanceof PointsInForce))
                .collect(Collectors.groupingBy(
                        outcome -> outcome.getClass().getSimpleName(),
                        TreeMap::new,
                        Collectors.mapping(Outcome::toString, Collectors.toList())));
    }

    private static String shown(Rider rider, Decision decision) {
        return rider + "\n" + decision.topic() + " v" + decision.provenance().version() + ": " + decision.outcomes()
                + "\nbecause " + decision.explanation().ruleIds() + "\n";
    }
}
