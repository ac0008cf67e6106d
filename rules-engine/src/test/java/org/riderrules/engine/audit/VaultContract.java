package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;

/** What every vault promises, whatever it keeps secrets in. */
public abstract class VaultContract {
    private RiderVault vault;

    /** Opens the vault of this test: again, when it was open before. */
    protected abstract RiderVault open() throws Exception;

    /** Everything the vault has on the disk now, apart from logs that the decision record names. */
    protected abstract List<Path> files() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        vault = open();
    }

    @AfterEach
    void closeLast() {
        vault.close();
    }

    private void reopen() throws Exception {
        vault.close();
        vault = open();
    }

    @Test
    void A_rider_keeps_his_secret_also_after_reopening_and_no_two_have_the_same() throws Exception {
        Map<String, RiderSecret> secrets = new java.util.TreeMap<>();
        for (String rider : List.of("R-1", "R-2", "骑手/7", "a.b:c_d-e/f")) {
            assertThat(vault.find(rider)).isNull();
            secrets.put(rider, vault.secretOf(rider));
        }
        for (int i = 0; i < 2; i++) {
            secrets.forEach((rider, secret) -> {
                assertThat(vault.secretOf(rider)).isEqualTo(secret);
                assertThat(vault.find(rider)).isEqualTo(secret);
                assertThat(vault.findByReference(secret.reference())).isEqualTo(secret);
            });
            reopen();
        }
        Set<String> different = new HashSet<>();
        secrets.values().forEach(secret -> {
            different.add(secret.reference());
            different.add(new String(secret.key(), StandardCharsets.ISO_8859_1));
        });
        assertThat(different).hasSize(2 * secrets.size());
        assertThat(vault.find("R-9")).isNull();
        assertThat(vault.findByReference("0".repeat(32))).isNull();
    }

    @Test
    void What_is_erased_is_on_the_disk_no_more_and_a_rider_who_comes_back_is_another_one() throws Exception {
        RiderSecret before = vault.secretOf("R-before");
        RiderSecret erased = vault.secretOf("R-to-be-erased-73518");
        RiderSecret after = vault.secretOf("R-after");
        assertThat(found("R-to-be-erased-73518", erased))
                .as("where it was kept")
                .isNotEmpty();

        assertThat(vault.erase("R-to-be-erased-73518")).isEqualTo(erased.reference());

        assertThat(found("R-to-be-erased-73518", erased))
                .as("what is left on the disk")
                .isEmpty();
        assertThat(vault.find("R-to-be-erased-73518")).isNull();
        assertThat(vault.findByReference(erased.reference())).isNull();
        assertThat(vault.erase("R-to-be-erased-73518")).isNull();
        reopen();
        assertThat(vault.find("R-to-be-erased-73518")).isNull();
        assertThat(vault.findByReference(erased.reference())).isNull();
        assertThat(vault.find("R-before")).isEqualTo(before);
        assertThat(vault.find("R-after")).isEqualTo(after);
        RiderSecret again = vault.secretOf("R-to-be-erased-73518");
        assertThat(again.reference()).isNotEqualTo(erased.reference());
        assertThat(again.key()).isNotEqualTo(erased.key());
    }

    /** Files that hold the rider's id, reference or key, as text or as bytes. */
    private List<String> found(String rider, RiderSecret secret) throws Exception {
        List<String> needles = List.of(
                rider,
                secret.reference(),
                new String(secret.key(), StandardCharsets.ISO_8859_1),
                java.util.HexFormat.of().formatHex(secret.key()));
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (int i = 0; i < needles.size(); i++) {
                if (bytes.contains(needles.get(i))) {
                    found.add(file + " holds needle " + i);
                }
            }
        }
        return found;
    }

    /** The files below a folder. */
    protected static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void Sixty_four_threads_agree_on_the_secrets_of_new_riders() throws Exception {
        Map<String, RiderSecret> agreed = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(64);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < 64; t++) {
                int from = t % 4;
                done.add(pool.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        String rider = "R-" + (from + i);
                        RiderSecret mine = vault.secretOf(rider);
                        RiderSecret theirs = agreed.putIfAbsent(rider, mine);
                        assertThat(mine).isEqualTo(theirs == null ? mine : theirs);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(agreed).hasSize(13);
        reopen();
        agreed.forEach((rider, secret) -> assertThat(vault.find(rider)).isEqualTo(secret));
    }

    @Test
    void A_name_that_is_no_code_is_refused() {
        for (String wrong : new String[] {"", "two words", "a\"b", "x".repeat(121)}) {
            assertThatThrownBy(() -> vault.secretOf(wrong))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("riderId");
        }
    }

    @Test
    void A_closed_vault_says_so() {
        vault.secretOf("R-1");
        vault.close();
        vault.close();
        assertThatThrownBy(() -> vault.secretOf("R-1"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.CLOSED))
                .hasMessageContaining("open the vault again");
    }
}
