package org.riderrules.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.riderrules.api.error.InvalidValueException;

/** The documented formula, and that it deals fairly enough. */
class RiderShareProperties {

    /** Worked out by another program from the formula in the Javadoc. */
    @Example
    void The_place_of_a_rider_follows_the_documented_formula() {
        assertThat(RiderShare.place("august", "R-1001")).isEqualTo(5_636);
        assertThat(RiderShare.place("august", "R-1002")).isEqualTo(6_457);
        assertThat(RiderShare.place("sha256:00", "R-1001")).isEqualTo(8_543);
    }

    @Property
    void A_place_is_0_to_9999_and_always_the_same(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String salt,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String rider) {
        int place = RiderShare.place(salt, rider);

        assertThat(place).isBetween(0, 9_999).isEqualTo(RiderShare.place(salt, rider));
    }

    /** For 100000 riders each tenth holds 10000 of them, give or take five standard deviations of 95. */
    @Example
    void Each_tenth_of_the_places_holds_about_a_tenth_of_the_riders() {
        int[] tenths = new int[10];
        Set<Integer> places = new TreeSet<>();
        for (int rider = 0; rider < 100_000; rider++) {
            int place = RiderShare.place("salt", "R-" + rider);
            tenths[place / 1_000]++;
            places.add(place);
        }

        assertThat(places).hasSizeGreaterThan(9_900);
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(10_000 - 475, 10_000 + 475);
        }
    }

    /** Salt and rider are kept apart by a byte that neither holds. */
    @Example
    void Where_the_salt_ends_and_the_rider_begins_matters() {
        assertThat(RiderShare.place("ab", "c")).isNotEqualTo(RiderShare.place("a", "bc"));
    }

    @Example
    void A_blank_salt_and_no_rider_are_refused_by_name() {
        assertThatThrownBy(() -> RiderShare.place(" ", "R-1"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("salt");
        assertThatThrownBy(() -> RiderShare.place("salt", null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("riderId");
    }
}
