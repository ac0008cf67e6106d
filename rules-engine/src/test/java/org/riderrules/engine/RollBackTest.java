package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.RolloutStateException;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.trust.Trust;

/** The packs before are kept, and going back to them is the same swap. */
class RollBackTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();

    private static ManagedRulesEngine keeping(int states) {
        return RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .keepPrevious(states)
                .build();
    }

    private static String tier(ManagedRulesEngine engine) {
        return engine.decide(Requests.orders(Candidates.BETWEEN, "97 %"))
                .outcomes()
                .get(0)
                .code();
    }

    @Test
    void A_roll_back_puts_the_packs_before_in_force_again() {
        ManagedRulesEngine engine = keeping(1);
        LoadedPacks first = engine.standing().inForce();
        engine.replacePacks(Candidates.strict().source(), TRUST);
        assertThat(tier(engine)).isEqualTo("SILVER");

        assertThat(engine.rollBack()).isEqualTo(first);

        assertThat(tier(engine)).isEqualTo("GOLD");
        assertThat(engine.standing().inForce()).isEqualTo(first);
        assertThat(engine.decide(Requests.orders(50, "97 %")).provenance().packDigest())
                .isEqualTo(first.packs().get(0).digest());
    }

    @Test
    void Without_packs_before_a_roll_back_is_refused_and_says_what_to_do() {
        ManagedRulesEngine engine = keeping(1);

        assertThatThrownBy(engine::rollBack)
                .isInstanceOfSatisfying(
                        RolloutStateException.class,
                        refused -> assertThat(refused.step()).isEqualTo("roll back"))
                .hasMessageContaining("no packs are kept")
                .hasMessageContaining("replacePacks");
    }

    @Test
    void Rolling_back_twice_goes_two_steps_back_as_far_as_states_are_kept() {
        ManagedRulesEngine engine = keeping(2);
        LoadedPacks first = engine.standing().inForce();
        LoadedPacks second =
                engine.replacePacks(Candidates.strict().source(), TRUST).after();
        engine.replacePacks(Candidates.otherWords().source(), TRUST);
        assertThat(engine.standing().previous()).containsExactly(second, first);

        assertThat(engine.rollBack()).isEqualTo(second);
        assertThat(engine.rollBack()).isEqualTo(first);
        assertThatThrownBy(engine::rollBack).isInstanceOf(RolloutStateException.class);
    }

    @Test
    void One_state_is_kept_unless_the_host_says_otherwise() {
        ManagedRulesEngine engine = RulesEngines.create(new SmallPack().source(), TRUST);
        engine.replacePacks(Candidates.strict().source(), TRUST);
        engine.replacePacks(Candidates.otherWords().source(), TRUST);
        assertThat(engine.standing().previous()).hasSize(1);

        ManagedRulesEngine none = keeping(0);
        none.replacePacks(Candidates.strict().source(), TRUST);
        assertThat(none.standing().previous()).isEmpty();
        assertThatThrownBy(none::rollBack).hasMessageContaining("is 0");
    }

    @Test
    void A_promoted_candidate_can_be_rolled_back() {
        ManagedRulesEngine engine = keeping(1);
        engine.canary(Candidates.strict().source(), TRUST, 0).promote();
        assertThat(tier(engine)).isEqualTo("SILVER");

        engine.rollBack();

        assertThat(tier(engine)).isEqualTo("GOLD");
    }

    @Test
    void A_refused_replacement_leaves_what_can_be_gone_back_to() {
        ManagedRulesEngine engine = keeping(1);
        LoadedPacks first = engine.standing().inForce();
        engine.replacePacks(Candidates.strict().source(), TRUST);
        assertThatThrownBy(() ->
                        engine.replacePacks(new SmallPack().without("pack.json").source(), TRUST))
                .isNotNull();

        assertThat(engine.rollBack()).isEqualTo(first);
    }

    @Test
    void How_many_are_kept_is_0_to_10() {
        RulesEngines.builder().keepPrevious(0).keepPrevious(10);
        assertThatThrownBy(() -> RulesEngines.builder().keepPrevious(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> RulesEngines.builder().keepPrevious(11))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("0 to 10");
    }
}
