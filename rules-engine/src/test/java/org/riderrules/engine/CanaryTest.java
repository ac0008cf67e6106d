package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Rate;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.CanaryReport;
import org.riderrules.engine.rollout.RiderShare;
import org.riderrules.engine.trust.Trust;

/** A candidate decides about a share of the riders, always the same ones. */
class CanaryTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();
    private static final int RIDERS = 400;

    private final List<Decision> heard = new ArrayList<>();

    private ManagedRulesEngine engine() {
        return RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .listener((request, decision) -> heard.add(decision))
                .budgets(Budgets.builder()
                        .firings(500)
                        .quarantine(1_000, 100, Duration.ofMinutes(1))
                        .build())
                .build();
    }

    private static DecisionRequest about(String rider, int orders) {
        return DecisionRequest.about(rider)
                .topics(Requests.tiering().build().topics())
                .market("HK")
                .capacity(Requests.tiering().build().capacity())
                .asOf(Requests.DAY)
                .knownAt(Requests.KNOWN)
                .facts(Requests.orders(orders, "97 %").facts())
                .build();
    }

    /** The riders about whom the candidate decided, as the digest in the provenance says; outcomes must agree. */
    private static Set<String> tried(ManagedRulesEngine engine, Canary canary) {
        String candidate = canary.candidate().packs().get(0).digest();
        Set<String> tried = new TreeSet<>();
        for (int i = 0; i < RIDERS; i++) {
            Decision decision = engine.decide(about("R-" + i, Candidates.BETWEEN));
            boolean byCandidate = decision.provenance().packDigest().equals(candidate);
            assertThat(decision.outcomes().get(0).code()).isEqualTo(byCandidate ? "SILVER" : "GOLD");
            if (byCandidate) {
                tried.add(decision.riderId());
            }
        }
        return tried;
    }

    private static Set<String> expected(String salt, int share) {
        Set<String> riders = new TreeSet<>();
        for (int i = 0; i < RIDERS; i++) {
            if (RiderShare.place(salt, "R-" + i) < share) {
                riders.add("R-" + i);
            }
        }
        return riders;
    }

    @Test
    void The_riders_of_the_share_are_decided_by_the_candidate_every_time_and_the_others_never() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 2_500);

        Set<String> tried = tried(engine, canary);

        assertThat(tried).isEqualTo(expected(canary.candidate().digest(), 2_500));
        assertThat(tried).hasSizeBetween(60, 140);
        assertThat(tried(engine, canary)).isEqualTo(tried);
        assertThat(heard).hasSize(2 * RIDERS);
    }

    @Test
    void Raising_the_share_only_adds_riders_and_lowering_it_only_takes_some_away() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 1_000);
        Set<String> tenth = tried(engine, canary);

        canary.share(5_000);
        Set<String> half = tried(engine, canary);
        canary.share(2_000);
        Set<String> fifth = tried(engine, canary);

        assertThat(half).containsAll(tenth).hasSizeGreaterThan(tenth.size());
        assertThat(half).containsAll(fifth);
        assertThat(fifth).containsAll(tenth);
    }

    @Test
    void A_share_of_nothing_tries_nobody_and_a_share_of_all_tries_everybody() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 0);
        assertThat(tried(engine, canary)).isEmpty();

        canary.share(10_000);
        assertThat(tried(engine, canary)).hasSize(RIDERS);
    }

    @Test
    void A_salt_of_the_host_deals_the_riders_anew() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 2_500, "august");

        assertThat(tried(engine, canary))
                .isEqualTo(expected("august", 2_500))
                .isNotEqualTo(expected(canary.candidate().digest(), 2_500));
        assertThat(canary.report().salt()).isEqualTo("august");
    }

    @Test
    void A_share_outside_0_to_10000_and_a_blank_salt_are_refused_and_nothing_begins() {
        ManagedRulesEngine engine = engine();

        for (int share : new int[] {-1, 10_001}) {
            assertThatThrownBy(() -> engine.canary(Candidates.strict().source(), TRUST, share))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("0 to 10000");
        }
        assertThatThrownBy(() -> engine.canary(Candidates.strict().source(), TRUST, 1, " "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("salt");
        assertThat(engine.trial()).isNull();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 1);
        assertThatThrownBy(() -> canary.share(10_001)).isInstanceOf(InvalidValueException.class);
        assertThat(canary.report().share()).isEqualTo(1);
    }

    @Test
    void A_failure_of_the_candidate_fails_its_call_and_counts_on_its_side_alone() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.looping().source(), TRUST, 5_000);
        int failed = 0;
        for (int i = 0; i < RIDERS; i++) {
            int orders = i % 4 == 0 ? 1_001 : 50;
            boolean tried = RiderShare.place(canary.report().salt(), "R-" + i) < 5_000;
            if (tried && orders > 1_000) {
                failed++;
                String rider = "R-" + i;
                assertThatThrownBy(() -> engine.decide(about(rider, orders)))
                        .isInstanceOf(BudgetExceededException.class);
            } else {
                engine.decide(about("R-" + i, orders));
            }
        }

        CanaryReport report = canary.report();
        assertThat(failed).isPositive();
        assertThat(report.candidateSide().failed()).isEqualTo(failed);
        assertThat(report.candidateSide().failureRate())
                .isEqualTo(Rate.of(failed, report.candidateSide().calls()));
        assertThat(report.inForceSide().failed()).isZero();
        assertThat(report.inForceSide().calls() + report.candidateSide().calls())
                .isEqualTo(RIDERS);
        assertThat(report.candidateSide().decisions())
                .isEqualTo(report.candidateSide().calls() - failed);
    }

    @Test
    void Decisions_that_need_review_are_counted_and_a_side_without_a_call_has_no_rate() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.broken().source(), TRUST, 10_000);
        engine.decide(about("R-1", 50));

        assertThat(canary.report().candidateSide().needsReview()).isEqualTo(1);
        assertThat(canary.report().candidateSide().reviewRate()).isEqualTo(Rate.of(1, 1));
        assertThat(canary.report().inForceSide().failureRate()).isNull();
        assertThat(canary.report().inForceSide().reviewRate()).isNull();
    }

    @Test
    void A_promoted_canary_decides_about_everybody_and_an_abandoned_one_about_nobody() {
        ManagedRulesEngine engine = engine();
        Canary canary = engine.canary(Candidates.strict().source(), TRUST, 10);
        canary.abandon();
        assertThat(engine.decide(about("R-1", Candidates.BETWEEN))
                        .outcomes()
                        .get(0)
                        .code())
                .isEqualTo("GOLD");

        Canary second = engine.canary(Candidates.strict().source(), TRUST, 10);
        second.promote();
        assertThat(tried(engine, second)).hasSize(RIDERS);
        assertThat(second.report().candidateSide().calls()).isZero();
    }
}
