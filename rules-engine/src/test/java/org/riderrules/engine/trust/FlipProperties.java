package org.riderrules.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;

/** Whatever byte of whatever file is changed, to whatever value: refused. */
class FlipProperties {
    private static final Set<String> HIT = new HashSet<>();
    private static final Set<String> CODES = new HashSet<>();
    private static Map<String, byte[]> signed;

    @BeforeContainer
    static void sign() throws IOException {
        Path root = Files.createTempDirectory("signed");
        SignedPacks.write(root);
        signed = SignedPacks.read(root);
    }

    @Property(tries = 1_000)
    void Any_single_byte_changed_in_any_file_of_a_signed_pack_is_refused(
            @ForAll @IntRange(min = 0, max = 1_000_000) int file,
            @ForAll @IntRange(min = 0, max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        Map<String, byte[]> files = new TreeMap<>(signed);
        String path = List.copyOf(files.keySet()).get(file % files.size());
        byte[] content = files.get(path).clone();
        content[place % content.length] ^= (byte) change;
        files.put(path, content);

        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class,
                () -> SignedPacks.trust().admit(SignedPacks.source(files), SignedPacks.CLOCK));

        assertThat(refused).as(path + " at " + place % content.length).isNotNull();
        assertThat(refused.problems()).isNotEmpty();
        HIT.add(path);
        refused.problems().stream().map(PackProblem::code).forEach(CODES::add);
    }

    @AfterContainer
    static void Every_file_was_hit_and_many_things_were_said() {
        assertThat(HIT).isEqualTo(signed.keySet());
        assertThat(CODES)
                .contains(
                        "trust-file-changed",
                        "trust-other-manifest",
                        "trust-key-unknown",
                        "trust-signature-wrong",
                        "trust-malformed",
                        "trust-syntax");
    }
}
