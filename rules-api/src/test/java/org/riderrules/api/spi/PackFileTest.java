package org.riderrules.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;

class PackFileTest {

    @Test
    void The_bytes_cannot_be_changed_from_outside() {
        byte[] bytes = {'a', 'b'};
        PackFile file = new PackFile("tiering/v1/pack.json", bytes);
        bytes[0] = 'x';
        file.content()[1] = 'x';
        assertThat(file.text()).isEqualTo("ab");
        assertThat(file).hasToString("tiering/v1/pack.json (2 bytes)");
    }

    @Test
    void Path_and_content_must_be_given() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PackFile(" ", new byte[0]));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PackFile(null, new byte[0]));
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new PackFile("a", null));
    }
}
