package org.riderrules.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.explain.Language;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.outcome.SanctionAction;
import org.riderrules.api.outcome.SanctionRecommended;

/** The life of a sanction from recommendation to appeal, and what is refused on the way. */
class DueProcessTest {
    private final Office office = new Office();

    private void refused(String rule, ThrowingCallable step) {
        int before = office.events().size();
        DueProcessException refusal = catchThrowableOfType(DueProcessException.class, step);
        assertThat(refusal).as(rule).isNotNull();
        assertThat(refusal.rule()).as(refusal.getMessage()).isEqualTo(rule);
        assertThat(office.events()).hasSize(before);
    }

    @Test
    void Nobody_but_the_process_makes_something_that_holds() {
        assertThat(EffectiveDetriment.class.getConstructors()).isEmpty();
        assertThat(Arrays.stream(EffectiveDetriment.class.getDeclaredConstructors()))
                .noneMatch(each -> java.lang.reflect.Modifier.isProtected(each.getModifiers()));
    }

    @Test
    void A_person_changes_a_suspension_to_a_limit_and_that_is_what_holds() {
        Proceeding suspension = office.suspension();
        office.process.change(
                suspension,
                office.judgement("person-1", "photo-1", "gps-2"),
                SanctionAction.ORDER_LIMIT,
                Office.DAY.plusDays(1),
                Office.DAY.plusDays(8));
        StatementOfReasons reasons = office.process.issueReasons(suspension, Language.ENGLISH, Office.DAY.plusDays(1));
        EffectiveDetriment effective = office.process.takeEffect(suspension, Instant.parse("2026-12-02T00:00:00Z"));

        assertThat(effective.detriment()).isInstanceOfSatisfying(SanctionRecommended.class, sanction -> {
            assertThat(sanction.action()).isEqualTo(SanctionAction.ORDER_LIMIT);
            assertThat(sanction.validUntil()).isEqualTo(Office.DAY.plusDays(8));
        });
        assertThat(reasons.text())
                .contains("Your orders are limited for a time")
                .contains("The person decided otherwise than the software had recommended.");
        assertThat(office.process.now(suspension).state()).isEqualTo(Proceeding.State.IN_EFFECT);
    }

    @Test
    void A_review_without_evidence_is_refused_and_one_that_saw_half_of_it_says_so() {
        Proceeding suspension = office.suspension();
        refused("evidence-seen", () -> office.process.confirm(suspension, office.judgement("person-1")));
        refused("evidence-seen", () -> office.process.confirm(suspension, office.judgement("person-1", "other-9")));
        refused(
                "evidence-seen",
                () -> office.process.change(
                        suspension,
                        office.judgement("person-1"),
                        SanctionAction.ORDER_LIMIT,
                        Office.DAY,
                        Office.DAY.plusDays(2)));

        office.process.confirm(suspension, office.judgement("person-1", "photo-1"));

        assertThat(office.process.now(suspension).unseenEvidence()).containsExactly("gps-2");
    }

    @Test
    void What_a_person_rejected_can_neither_be_explained_nor_take_effect_nor_be_decided_again() {
        Proceeding suspension = office.suspension();
        office.process.reject(suspension, office.judgement("person-1"));

        refused("a-person-decides", () -> office.process.issueReasons(suspension, Language.ENGLISH, Office.DAY));
        refused("a-person-decides", () -> office.process.takeEffect(suspension, Office.MORNING));
        refused("decided-once", () -> office.process.confirm(suspension, office.judgement("person-2", "photo-1")));
    }

    @Test
    void The_rider_the_machine_and_strangers_are_not_reviewers() {
        Proceeding suspension = office.suspension();
        for (String nobody : List.of("R-1001", "engine", "system", "stranger")) {
            refused("a-person-decides", () -> office.process.confirm(suspension, office.judgement(nobody, "photo-1")));
            refused("a-person-decides", () -> office.process.reject(suspension, office.judgement(nobody, "photo-1")));
        }
    }

    @Test
    void Nothing_is_decided_in_the_future() {
        Proceeding suspension = office.suspension();
        var judgement = office.judgement("person-1", "photo-1");
        office.clock.plusSeconds(-1);
        refused("decided-by-now", () -> office.process.confirm(suspension, judgement));
        office.clock.plusSeconds(1);
        office.process.confirm(suspension, judgement);
    }

    @Test
    void A_change_has_to_change_something_and_not_the_past() {
        Proceeding suspension = office.suspension();
        var judgement = office.judgement("person-1", "photo-1");
        refused(
                "a-change-changes",
                () -> office.process.change(suspension, judgement, null, Office.DAY, Office.DAY.plusDays(30)));
        refused(
                "a-change-changes",
                () -> office.process.change(
                        suspension, judgement, null, Office.DAY.minusDays(1), Office.DAY.plusDays(30)));
        office.process.change(suspension, judgement, null, Office.DAY, Office.DAY.plusDays(29));
    }

    @Test
    void A_warning_needs_no_person_but_its_reasons_before_it_holds() {
        Proceeding warning = office.warning();
        refused("a-person-decides", () -> office.process.confirm(warning, office.judgement("person-1", "photo-1")));
        refused("reasons-before-effect", () -> office.process.takeEffect(warning, Office.MORNING));

        StatementOfReasons reasons = office.process.issueReasons(warning, Language.ENGLISH, Office.DAY);

        assertThat(reasons.text()).contains("Software decided this");
        assertThat(office.process.takeEffect(warning, Office.MORNING).decidedBy())
                .isNull();
        refused("decided-once", () -> office.process.takeEffect(warning, Office.MORNING));
    }

    @Test
    void Notice_in_advance_is_counted_in_days_of_the_market() {
        Office hongKong = new Office(Map.of("HK", new Jurisdiction(ZoneId.of("Asia/Hong_Kong"), 10, 3, "test")));
        Proceeding warning = hongKong.warning();
        // 23:00 in London is 07:00 of the next day in Hong Kong.
        hongKong.clock.set("2026-12-01T23:00:00Z");
        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> hongKong.process.issueReasons(warning, Language.ENGLISH, Office.DAY.plusDays(3)))
                .withMessageContaining("notice-in-advance")
                .withMessageContaining("announce a day from 2026-12-05");
        hongKong.process.issueReasons(warning, Language.ENGLISH, Office.DAY.plusDays(4));
        assertThatExceptionOfType(DueProcessException.class)
                .isThrownBy(() -> hongKong.process.takeEffect(warning, Instant.parse("2026-12-04T15:59:59Z")))
                .withMessageContaining("effect on 2026-12-04, announced for 2026-12-05");
        hongKong.process.takeEffect(warning, Instant.parse("2026-12-04T16:00:00Z"));
        assertThat(hongKong.process.fileAppeal(warning, "A-1", null, List.of()).answerBy())
                .isEqualTo(Office.DAY.plusDays(11));
    }

    @Test
    void An_upheld_appeal_ends_it_and_an_appeal_after_the_last_day_is_refused() {
        Proceeding warning = office.warning();
        office.clock.set("2026-12-16T00:00:00Z");
        refused("appeal-in-time", () -> office.process.fileAppeal(warning, "A-1", null, List.of()));
        office.clock.set("2026-12-15T23:59:59Z");
        office.process.fileAppeal(warning, "A-1", null, List.of());
        refused("one-appeal-once", () -> office.process.fileAppeal(warning, "A-1", null, List.of()));
        refused(
                "evidence-seen",
                () -> office.process.answerAppeal(warning, "A-1", office.judgement("person-1"), AppealRuling.REJECTED));
        refused(
                "a-person-decides",
                () -> office.process.answerAppeal(warning, "A-1", office.judgement("bot"), AppealRuling.UPHELD));
        office.process.answerAppeal(warning, "A-1", office.judgement("person-1"), AppealRuling.UPHELD);
        refused(
                "one-answer-once",
                () -> office.process.answerAppeal(warning, "A-1", office.judgement("person-1"), AppealRuling.UPHELD));

        assertThat(office.process.now(warning).state()).isEqualTo(Proceeding.State.OVERTURNED);
        refused("overturned", () -> office.process.issueReasons(warning, Language.ENGLISH, Office.DAY.plusDays(15)));
    }

    @Test
    void Overrides_are_counted_for_each_version_of_a_pack_and_hasty_reviews_too() {
        office.process.confirm(office.suspension(), office.judgement("person-1", "photo-1"));
        office.process.reject(office.suspension(), office.judgement("person-1"));
        office.process.change(
                office.suspension(),
                office.judgement("person-1", "photo-1"),
                SanctionAction.ORDER_LIMIT,
                Office.DAY,
                Office.DAY.plusDays(3));

        ReviewStatistics statistics = office.process.statistics().get("violations/1");

        assertThat(statistics.reviews()).isEqualTo(3);
        assertThat(statistics.overrides()).isEqualTo(2);
        assertThat(statistics.overrideRate()).isEqualTo(Rate.of(2, 3));
        assertThat(statistics.hasty()).isEqualTo(1);
        assertThat(new Office().process.statistics()).isEmpty();
    }
}
