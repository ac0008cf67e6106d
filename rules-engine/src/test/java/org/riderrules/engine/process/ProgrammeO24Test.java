package org.riderrules.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.DueProcessException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Language;
import org.riderrules.api.fact.AppealRuling;
import org.riderrules.api.process.AppealAnswered;
import org.riderrules.api.process.AppealFiled;
import org.riderrules.api.process.TookEffect;

/**
 * Rows 1, 2 and 5 of the published procedure invariants (programmes.md O24). Rows 3 and 4 are in {@code EquivalentTest},
 * row 6 stands with the catalogue, whose policy it needs.
 */
class ProgrammeO24Test {
    private final Office office = new Office();

    @Test
    void O24_row_1_a_suspension_decided_by_the_engine_is_refused_and_nothing_is_kept() {
        Proceeding suspension = office.suspension();

        DueProcessException refused = catchThrowableOfType(
                DueProcessException.class,
                () -> office.process.confirm(suspension, office.judgement("engine", "photo-1", "gps-2")));

        assertThat(refused.rule()).isEqualTo("a-person-decides");
        assertThat(refused)
                .hasMessage("a-person-decides: \"engine\" is no person who may decide in HK; let a person of the host's"
                        + " directory of reviewers decide");
        assertThat(office.events()).isEmpty();
        assertThat(office.process.now(suspension).state()).isEqualTo(Proceeding.State.RECOMMENDED);
        DueProcessException effect = catchThrowableOfType(
                DueProcessException.class, () -> office.process.takeEffect(suspension, office.clock.instant()));
        assertThat(effect.rule()).isEqualTo("a-person-decides");
    }

    @Test
    void O24_row_2_reasons_one_second_after_the_effect_break_the_invariant_at_the_same_second_they_keep_it() {
        Proceeding suspension = office.suspension();
        office.process.confirm(suspension, office.judgement("person-1", "photo-1", "gps-2"));
        office.process.issueReasons(suspension, Language.ENGLISH, Office.DAY);
        Instant issued = office.clock.instant();

        DueProcessException refused = catchThrowableOfType(
                DueProcessException.class, () -> office.process.takeEffect(suspension, issued.minusSeconds(1)));
        assertThat(refused.rule()).isEqualTo("reasons-before-effect");
        assertThat(refused)
                .hasMessageContaining("effect at 2026-12-01T07:59:59Z, reasons given at 2026-12-01T08:00:00Z");

        EffectiveDetriment effective = office.process.takeEffect(suspension, issued);
        assertThat(effective.decidedBy()).isEqualTo("person-1");
        assertThat(effective.reasonsIssuedAt()).isEqualTo(effective.effectiveFrom());

        TookEffect kept = (TookEffect) office.events().get(office.events().size() - 1);
        InvalidValueException impossible = catchThrowableOfType(
                InvalidValueException.class,
                () -> new TookEffect("R-1001", kept.subject(), issued, issued.minusSeconds(1), issued, "person-1"));
        assertThat(impossible.field()).isEqualTo("effectiveFrom");
    }

    @Test
    void O24_row_5_a_review_asked_on_1_December_is_answered_in_time_on_the_15th_and_late_on_the_16th() {
        Proceeding warning = office.warning();
        AppealFiled first = office.process.fileAppeal(warning, "A-1", "I was not there.", List.of());
        office.process.fileAppeal(warning, "A-2", null, List.of());
        assertThat(first.answerBy()).isEqualTo(LocalDate.of(2026, 12, 15));

        office.clock.set("2026-12-15T23:59:59Z");
        assertThat(office.process.overdue(warning)).isEmpty();
        AppealAnswered inTime = office.process.answerAppeal(
                warning, "A-1", office.judgement("person-2", "photo-1"), AppealRuling.REJECTED);
        office.clock.set("2026-12-16T00:00:00Z");
        assertThat(office.process.overdue(warning))
                .extracting(AppealFiled::appeal)
                .containsExactly("A-2");
        AppealAnswered late = office.process.answerAppeal(
                warning, "A-2", office.judgement("person-2", "photo-1"), AppealRuling.REJECTED);

        assertThat(inTime.isLate()).isFalse();
        assertThat(late.daysLate()).isEqualTo(1);
        assertThat(office.process.statistics().get("violations/1").answeredLate())
                .isEqualTo(1);
    }
}
