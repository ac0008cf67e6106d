package org.riderrules.api.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.error.InvalidValueException;

class TopicTest {

    @Test
    void A_company_may_name_topics_of_its_own() {
        assertThat(new Topic("night-shifts-2")).hasToString("night-shifts-2");
        assertThat(new Topic("a".repeat(40)).name()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tiering", "2fast", "-a", "a b", "a_b", "../x", "\u00e4", "a\n"})
    void Another_name_is_refused(String name) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Topic(name))
                .withMessage("Topic.name is \"" + name
                        + "\"; allowed: 1 to 40 lower-case letters, digits and hyphens, a letter first");
    }

    @Test
    void A_name_of_41_characters_is_refused() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new Topic("a".repeat(41)));
    }

    @Test
    void Topics_are_ordered_by_name() {
        assertThat(Topic.TIERING).isLessThan(Topic.WELFARE).isEqualByComparingTo(new Topic("tiering"));
    }
}
