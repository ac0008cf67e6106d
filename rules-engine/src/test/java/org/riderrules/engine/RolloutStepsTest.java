package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.error.RolloutStateException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.Phase;
import org.riderrules.engine.rollout.RolloutEvent;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.rollout.Standing;
import org.riderrules.engine.trust.Trust;

/** Which step is possible when, and who hears of it. */
class RolloutStepsTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();
    private static final PackSource STRICT = Candidates.strict().source();

    private final List<RolloutEvent> events = new ArrayList<>();
    private final ManagedRulesEngine engine = RulesEngines.builder()
            .packs(new SmallPack().source(), TRUST)
            .clock(Clock.fixed(Requests.KNOWN, ZoneOffset.UTC))
            .rolloutListener(events::add)
            .build();

    private static void refused(String step, ThrowingCallable call) {
        assertThatThrownBy(call).as(step).isInstanceOfSatisfying(RolloutStateException.class, refused -> {
            assertThat(refused.step()).isEqualTo(step);
            assertThat(refused.standing()).isNotBlank();
            assertThat(refused).hasMessageContaining(step).hasMessageContaining("; ");
        });
    }

    private void beginningIsRefused() {
        Standing before = engine.standing();
        refused("replace packs", () -> engine.replacePacks(STRICT, TRUST));
        refused("roll back", engine::rollBack);
        refused("start a shadow", () -> engine.shadow(STRICT, TRUST));
        refused("start a canary", () -> engine.canary(STRICT, TRUST, 1));
        assertThat(engine.standing()).isEqualTo(before);
    }

    @Test
    void While_a_candidate_is_in_the_shadow_nothing_else_begins() {
        Shadow shadow = engine.shadow(STRICT, TRUST);

        assertThat(engine.trial()).isSameAs(shadow);
        assertThat(engine.standing().phase()).isEqualTo(Phase.SHADOW);
        assertThat(engine.standing().candidate()).isEqualTo(shadow.candidate());
        beginningIsRefused();
    }

    @Test
    void While_a_candidate_is_in_a_canary_nothing_else_begins() {
        Canary canary = engine.canary(STRICT, TRUST, 250);

        assertThat(engine.trial()).isSameAs(canary);
        assertThat(engine.standing().phase()).isEqualTo(Phase.CANARY);
        assertThat(engine.standing().share()).isEqualTo(250);
        beginningIsRefused();
    }

    @Test
    void A_trial_that_has_ended_can_be_read_and_not_used() {
        Shadow shadow = engine.shadow(STRICT, TRUST);
        Canary canary = shadow.canary(100);
        refused("promote the candidate", shadow::promote);
        refused("abandon the candidate", shadow::abandon);
        refused("go on as a canary", () -> shadow.canary(1));

        canary.abandon();
        refused("change the share", () -> canary.share(1));
        refused("promote the candidate", canary::promote);
        refused("abandon the candidate", canary::abandon);
        assertThat(shadow.report().requests()).isZero();
        assertThat(canary.report().share()).isEqualTo(100);
        assertThat(engine.standing().phase()).isEqualTo(Phase.SETTLED);
    }

    @Test
    void From_shadow_to_canary_to_force_the_candidate_is_the_same_and_every_step_is_heard() {
        LoadedPacks first = engine.standing().inForce();
        Shadow shadow = engine.shadow(STRICT, TRUST);
        LoadedPacks next = shadow.candidate();
        Canary canary = shadow.canary(100);
        canary.share(300);
        canary.promote();
        engine.rollBack();

        assertThat(canary.candidate()).isEqualTo(next);
        assertThat(events)
                .containsExactly(
                        new RolloutEvent.ShadowStarted(Requests.KNOWN, next),
                        new RolloutEvent.CanaryStarted(Requests.KNOWN, next, 100),
                        new RolloutEvent.ShareChanged(Requests.KNOWN, next, 100, 300),
                        new RolloutEvent.Promoted(Requests.KNOWN, Phase.CANARY, first, next),
                        new RolloutEvent.RolledBack(Requests.KNOWN, next, first));
    }

    @Test
    void Replacements_abandoned_trials_and_refusals_are_heard_too() {
        engine.replacePacks(STRICT, TRUST);
        engine.shadow(new SmallPack().source(), TRUST).abandon();
        assertThatThrownBy(() ->
                        engine.replacePacks(new SmallPack().without("pack.json").source(), TRUST))
                .isInstanceOf(PackProblemsException.class);

        assertThat(events).hasSize(4);
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        RolloutEvent.Replaced.class,
                        replaced -> assertThat(replaced.replacement().after())
                                .isEqualTo(engine.standing().inForce()));
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        RolloutEvent.Abandoned.class,
                        abandoned -> assertThat(abandoned.endedPhase()).isEqualTo(Phase.SHADOW));
        assertThat(events.get(3)).isInstanceOfSatisfying(RolloutEvent.Refused.class, refused -> {
            assertThat(refused.source()).isEqualTo("test packs");
            assertThat(refused.why()).hasMessageContaining("pack.json");
        });
    }

    @Test
    void A_listener_that_fails_changes_nothing_and_the_others_still_hear() {
        List<RolloutEvent> heard = new ArrayList<>();
        ManagedRulesEngine other = RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .rolloutListener(event -> {
                    throw new IllegalStateException("broken listener");
                })
                .rolloutListener(heard::add)
                .build();

        other.replacePacks(STRICT, TRUST);

        assertThat(heard).hasSize(1);
        assertThat(other.decide(Requests.orders(Candidates.BETWEEN, "97 %"))
                        .outcomes()
                        .get(0)
                        .code())
                .isEqualTo("SILVER");
    }

    @Test
    void The_same_packs_have_the_same_digest_and_others_another() {
        LoadedPacks first = engine.standing().inForce();
        assertThat(first.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(engine.replacePacks(new SmallPack().source(), TRUST).after()).isEqualTo(first);
        assertThat(engine.replacePacks(STRICT, TRUST).after().digest()).isNotEqualTo(first.digest());
    }
}
