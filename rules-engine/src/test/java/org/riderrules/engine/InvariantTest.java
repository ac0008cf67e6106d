package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.CareClaim;
import org.riderrules.api.fact.ClaimKind;
import org.riderrules.api.fact.Engagement;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Measure;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.outcome.GateOpened;
import org.riderrules.api.outcome.IncentivePayable;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.WarningIssued;
import org.riderrules.engine.trust.Trust;

/** Packs that give what no pack may give: the engine says what it found, and lets nothing of it out. */
class InvariantTest {
    private static final String DAY = "$a : AsOf( $asOf : date )\n";
    private static final String REPORTED = DAY + "$v : Violation( $id : id, $code : code, $evidence : evidence )\n";

    private static String warning(String from) {
        return "then insert( new WarningIssued( $id, $code, $evidence, \"Charter 4\", \"mend\", \"appeal\","
                + " $asOf.plusDays(14), " + from + ", $asOf.plusDays(30) ) );";
    }

    private static final String POINTS = "Measure( name == \"points\", $points : value )\n"
            + "then insert( new PointsAssessed( $id, $code, $points, 1, $evidence, \"Charter 4\", \"mend\","
            + " \"appeal\", $asOf.plusDays(14), $asOf, $asOf.plusDays(30) ) );";

    @Test
    void A_warning_with_all_of_its_notice_stands() {
        Decision decision = violations(REPORTED + warning("$asOf"));

        assertThat(decision.outcomes(WarningIssued.class)).hasSize(1);
        assertThat(decision.explanation().because().get(0).texts()).containsOnlyKeys("mend", "appeal");
    }

    @Test
    void A_violation_that_is_penalised_twice_needs_review() {
        NeedsReview review = review(violations(REPORTED + warning("$asOf"), REPORTED + POINTS));

        assertThat(review.invariant()).isEqualTo("one-penalty-for-each-violation");
        assertThat(review.detail()).contains("V-1").contains("WarningIssued").contains("PointsAssessed");
    }

    @Test
    void A_violation_that_was_only_history_cannot_be_penalised_again() {
        Decision decision = decide(
                new RulePack().topic("violations", "", REPORTED + warning("$asOf")),
                Topic.VIOLATIONS,
                violation(ViolationStatus.CONFIRMED));

        assertThat(review(decision).detail()).contains("was not reported");
    }

    @Test
    void A_violation_that_is_exempted_cannot_be_penalised() {
        NeedsReview review = review(violations(
                REPORTED + warning("$asOf"),
                REPORTED + "then insert( new ViolationExempted( $id, $code, \"WEATHER\" ) );"));

        assertThat(review.detail()).contains("exempted and penalised");
    }

    @Test
    void A_penalty_cannot_take_effect_before_its_reasons_are_given() {
        assertThat(violations(REPORTED + warning("$asOf.plusDays(1)")).has(WarningIssued.class))
                .isTrue();
        assertThat(violations(REPORTED + warning("$asOf")).has(WarningIssued.class))
                .isTrue();
        assertThat(review(violations(REPORTED + warning("$asOf.minusDays(1)"))).invariant())
                .isEqualTo("reasons-before-effect");
    }

    @Test
    void A_penalty_without_evidence_cannot_be_built() {
        Decision decision = decide(
                new RulePack().topic("violations", "", REPORTED + POINTS),
                Topic.VIOLATIONS,
                measure("points", "1"),
                Violation.builder()
                        .id("V-1")
                        .code("LATE")
                        .occurredOn(Requests.DAY)
                        .status(ViolationStatus.REPORTED)
                        .build());

        assertThat(review(decision).invariant()).isEqualTo("rule-failed");
        assertThat(review(decision).detail())
                .contains("PointsAssessed.evidence")
                .contains("at least one reference");
        assertThat(decision.has(PointsAssessed.class)).isFalse();
    }

    @Test
    void A_remedy_without_a_text_needs_review() {
        NeedsReview review = review(violations(REPORTED + warning("$asOf").replace("\"mend\"", "\"forgotten\"")));

        assertThat(review.invariant()).isEqualTo("every-outcome-has-a-reason");
        assertThat(review.detail()).contains("forgotten").contains("WarningIssued");
    }

    @Test
    void An_outcome_given_twice_needs_review() {
        String gate = DAY + "then insert( new GateOpened( \"TAKE_ORDERS\", null ) );";
        Decision decision = decide(new RulePack().topic("training", "", gate, gate), Topic.TRAINING);

        assertThat(decision.outcomes(NeedsReview.class))
                .extracting(NeedsReview::invariant)
                .containsExactly("no-outcome-twice", "one-answer-for-each-gate");
        assertThat(decision.has(GateOpened.class)).isFalse();
    }

    @Test
    void A_gate_that_is_open_and_closed_needs_review() {
        NeedsReview review = review(decide(
                new RulePack()
                        .topic(
                                "training",
                                "",
                                DAY + "then insert( new GateOpened( \"TAKE_ORDERS\", null ) );",
                                DAY + "then insert( new GateClosed( \"TAKE_ORDERS\", \"mend\" ) );"),
                Topic.TRAINING));

        assertThat(review.invariant()).isEqualTo("one-answer-for-each-gate");
    }

    @Test
    void What_is_paid_is_what_was_earned_up_to_the_cap() {
        assertThat(paid("60", "60", "100").has(IncentivePayable.class)).isTrue();
        assertThat(review(paid("59", "60", "100")).invariant()).isEqualTo("incentive-within-cap");
        assertThat(review(paid("60", "61", "100")).invariant()).isEqualTo("incentive-within-cap");
        assertThat(review(paid("60", "60", "59")).invariant()).isEqualTo("rule-failed");
        assertThat(paid("50", "60", "50").has(IncentivePayable.class)).isTrue();
    }

    @Test
    void Sick_pay_that_reads_claims_only_is_granted() {
        assertThat(cover(DAY + "CareClaim( kind == ClaimKind.ILLNESS )\n").has(BenefitGranted.class))
                .isTrue();
    }

    @Test
    void Sick_pay_that_reads_performance_needs_review() {
        NeedsReview review =
                review(cover(DAY + "PerformanceWindow( completedOrders != null, completedOrders > 10 )\n"));

        assertThat(review.invariant()).isEqualTo("cover-reads-no-performance");
        assertThat(review.detail()).contains("PerformanceWindow").contains("welfare.rule-1");
    }

    @Test
    void Sick_pay_that_asks_only_that_there_be_no_violation_reads_performance_all_the_same() {
        assertThat(review(cover(DAY + "not Violation( code == \"LATE\" )\n")).detail())
                .contains("Violation");
    }

    @Test
    void A_benefit_granted_and_withheld_needs_review() {
        NeedsReview review = review(decide(
                new RulePack()
                        .topic(
                                "welfare",
                                "",
                                DAY + granted("HEAT_ALLOWANCE"),
                                DAY + "then insert( new BenefitWithheld( \"CARE\", BenefitKind.HEAT_ALLOWANCE,"
                                        + " \"mend\" ) );"),
                Topic.WELFARE));

        assertThat(review.invariant()).isEqualTo("benefit-once");
    }

    @Test
    void A_topic_that_follows_one_that_needs_review_needs_review_too() {
        String gate = DAY + "then insert( new GateOpened( \"TAKE_ORDERS\", null ) );";
        RulePack packs = new RulePack()
                .topic("training", "", gate, gate)
                .topic("welfare", "\"training\"", DAY + granted("HEAT_ALLOWANCE"));

        List<Decision> decisions = RulesEngines.create(packs.source(), Trust.directoryForDevelopment())
                .decideAll(request().topic(Topic.WELFARE).topic(Topic.TRAINING).build());

        assertThat(decisions).extracting(Decision::topic).containsExactly(Topic.TRAINING, Topic.WELFARE);
        assertThat(decisions.get(1).outcomes(NeedsReview.class))
                .extracting(NeedsReview::invariant)
                .containsOnly("followed-topic");
        assertThat(decisions.get(1).has(BenefitGranted.class)).isFalse();
    }

    private static final String CURRENCY = DAY + "Engagement( $currency : currency, currency != null )\n";

    private static Decision paid(String amount, String earned, String cap) {
        return decide(
                new RulePack()
                        .topic(
                                "incentives",
                                "",
                                line("first"),
                                line("second"),
                                CURRENCY + bound("amount") + bound("earned") + bound("cap")
                                        + "then insert( new IncentivePayable( $amount, $earned, $cap, $currency,"
                                        + " $asOf, $asOf.plusDays(7) ) );"),
                Topic.INCENTIVES,
                Engagement.builder()
                        .month(YearMonth.of(2026, 6))
                        .income(BigDecimal.TEN)
                        .currency(Currency.getInstance("HKD"))
                        .build(),
                measure("first", "40"),
                measure("second", "20"),
                measure("amount", amount),
                measure("earned", earned),
                measure("cap", cap));
    }

    private static String line(String name) {
        return CURRENCY + bound(name) + "then insert( new IncentiveEarned( \"" + name + "\", $" + name
                + ", $currency, \"growth\", $asOf, $asOf.plusDays(7) ) );";
    }

    private static String bound(String measure) {
        return "Measure( name == \"" + measure + "\", $" + measure + " : value )\n";
    }

    private static Measure measure(String name, String value) {
        return Measure.builder().name(name).value(new BigDecimal(value)).build();
    }

    private static Decision cover(String when) {
        return decide(
                new RulePack().topic("welfare", "", when + granted("ILLNESS_COVER")),
                Topic.WELFARE,
                CareClaim.builder()
                        .id("C-1")
                        .kind(ClaimKind.ILLNESS)
                        .startedOn(LocalDate.of(2026, 7, 1))
                        .build(),
                Requests.june().completedOrders(44).onTimeRate(Rate.of(97, 100)).build());
    }

    private static String granted(String kind) {
        return "then insert( new BenefitGranted( \"CARE\", BenefitKind." + kind
                + ", null, null, \"FULL\", $asOf, $asOf.plusDays(30) ) );";
    }

    private static Decision violations(String... rules) {
        return decide(
                new RulePack().topic("violations", "", rules),
                Topic.VIOLATIONS,
                measure("points", "1"),
                violation(ViolationStatus.REPORTED));
    }

    private static Violation violation(ViolationStatus status) {
        return Violation.builder()
                .id("V-1")
                .code("LATE")
                .occurredOn(LocalDate.of(2026, 7, 1))
                .status(status)
                .evidence(List.of("photo-1"))
                .build();
    }

    private static Decision decide(RulePack packs, Topic topic, Fact... facts) {
        return RulesEngines.create(packs.source(), Trust.directoryForDevelopment())
                .decide(request().topic(topic).facts(List.of(facts)).build());
    }

    private static DecisionRequest.Builder request() {
        return DecisionRequest.about("R-1001")
                .market("HK")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(Requests.DAY)
                .knownAt(Requests.KNOWN);
    }

    private static NeedsReview review(Decision decision) {
        assertThat(decision.outcomes()).singleElement().isInstanceOf(NeedsReview.class);
        return decision.outcomes(NeedsReview.class).get(0);
    }
}
