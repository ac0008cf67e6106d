package org.riderrules.api.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.riderrules.api.Valid;
import org.riderrules.api.error.InvalidValueException;

class PenaltyTest {

    static Stream<Class<?>> penalties() {
        return Arrays.stream(Penalty.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void A_penalty_without_evidence_cannot_be_built(Class<?> type) {
        Object[] values = Valid.with(Valid.values(type), Valid.index(type, "evidence"), List.of());
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Valid.make(type, values))
                .withMessage(type.getSimpleName() + ".evidence is empty; allowed: at least one reference to evidence");
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void A_penalty_needs_a_text_for_its_remedy_and_its_appeal_route(Class<?> type) {
        Penalty penalty = (Penalty) Valid.make(type, Valid.values(type));
        assertThat(penalty.textKeys()).containsExactly(penalty.remedy(), penalty.appealRoute());
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void A_penalty_ends_after_it_begins(Class<?> type) {
        Object[] values = Valid.values(type);
        LocalDate from = (LocalDate) values[Valid.index(type, "validFrom")];
        int until = Valid.index(type, "validUntil");
        assertThat(Valid.make(type, Valid.with(values, until, from.plusDays(1))))
                .isNotNull();
        for (LocalDate wrong : List.of(from, from.minusDays(1))) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> Valid.make(type, Valid.with(values, until, wrong)))
                    .withMessage(type.getSimpleName() + ".validUntil is " + wrong
                            + "; allowed: after validFrom, which is " + from);
        }
    }

    @Test
    void What_is_paid_is_at_most_what_was_earned_and_at_most_the_cap() {
        assertThat(payable("80", "100", "80").amount()).isEqualByComparingTo("80");
        assertThat(payable("80", "80", "100").amount()).isEqualByComparingTo("80");
        for (String[] wrong : new String[][] {{"80.01", "100", "80"}, {"80.01", "80", "100"}}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> payable(wrong[0], wrong[1], wrong[2]))
                    .withMessage("IncentivePayable.amount is 80.01; allowed: at most earned " + wrong[1] + " and cap "
                            + wrong[2]);
        }
    }

    private static IncentivePayable payable(String amount, String earned, String cap) {
        return new IncentivePayable(
                new BigDecimal(amount),
                new BigDecimal(earned),
                new BigDecimal(cap),
                Currency.getInstance("HKD"),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 11, 1));
    }
}
