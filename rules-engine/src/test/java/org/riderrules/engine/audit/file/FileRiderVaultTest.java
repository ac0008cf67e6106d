package org.riderrules.engine.audit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.api.spi.RiderVault;
import org.riderrules.engine.audit.VaultContract;

/** What every vault promises, kept by a file, and what a crash may do to it. */
class FileRiderVaultTest extends VaultContract {
    @TempDir
    private Path directory;

    @Override
    protected RiderVault open() {
        return at("riders.vault");
    }

    private FileRiderVault at(String name) {
        return FileRiderVault.open(directory.resolve(name), new SecureRandom());
    }

    @Override
    protected List<Path> files() throws IOException {
        return below(directory);
    }

    @Test
    void Only_the_owner_may_read_it_and_only_one_may_have_it_open() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("riders.vault"))))
                .isEqualTo("rw-------");
        refuses(this::open, Problem.IN_USE, "riders.vault.lock");
    }

    @Test
    void A_crash_while_a_rider_was_written_leaves_the_riders_before_him() throws IOException {
        RiderSecret first;
        try (FileRiderVault vault = at("crashed")) {
            first = vault.secretOf("R-1");
            vault.secretOf("R-2");
        }
        Path file = directory.resolve("crashed");
        byte[] whole = Files.readAllBytes(file);
        int second = whole.length / 2;
        for (int cut = second + 1; cut < whole.length; cut += 11) {
            Files.write(file, Arrays.copyOf(whole, cut));
            try (FileRiderVault vault = at("crashed")) {
                assertThat(vault.find("R-1")).isEqualTo(first);
                assertThat(vault.find("R-2")).isNull();
                vault.secretOf("R-3");
            }
            try (FileRiderVault vault = at("crashed")) {
                assertThat(vault.find("R-1")).isEqualTo(first);
                assertThat(vault.find("R-3")).isNotNull();
            }
        }
    }

    @Test
    void A_crash_while_a_rider_was_erased_ends_in_his_erasure() throws IOException {
        RiderSecret first;
        try (FileRiderVault vault = at("crashed")) {
            first = vault.secretOf("R-1");
            vault.secretOf("R-2");
        }
        Path file = directory.resolve("crashed");
        byte[] whole = Files.readAllBytes(file);
        int second = whole.length / 2;
        for (int to = second + 1; to < whole.length - 1; to += 11) {
            byte[] half = whole.clone();
            Arrays.fill(half, second, to, (byte) ' ');
            Files.write(file, half);
            try (FileRiderVault vault = at("crashed")) {
                assertThat(vault.find("R-2")).isNull();
                assertThat(vault.find("R-1")).isEqualTo(first);
            }
            byte[] finished = whole.clone();
            Arrays.fill(finished, second, whole.length - 1, (byte) ' ');
            assertThat(Files.readAllBytes(file)).isEqualTo(finished);
        }
    }

    @Test
    void A_changed_key_is_found_and_nothing_is_touched() throws IOException {
        try (FileRiderVault vault = at("changed")) {
            vault.secretOf("R-1");
            vault.secretOf("R-2");
        }
        Path file = directory.resolve("changed");
        byte[] changed = Files.readAllBytes(file);
        int key = new String(changed, StandardCharsets.US_ASCII).lastIndexOf("\"key\":\"") + 7;
        changed[key] = (byte) (changed[key] == '0' ? '1' : '0');
        Files.write(file, changed);
        for (int i = 0; i < 2; i++) {
            refuses(() -> at("changed"), Problem.CORRUPT, file + ", line 2", "restore this line from a backup");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(changed);
    }
}
