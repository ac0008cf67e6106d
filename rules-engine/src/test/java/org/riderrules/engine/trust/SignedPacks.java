package org.riderrules.engine.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** Two versions of packs, signed by an author and an approver, to be spoiled one place at a time. */
final class SignedPacks {
    static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final SecureRandom RANDOM = new SecureRandom();
    static final SigningKey AUTHOR = SigningKey.generate(RANDOM);
    static final SigningKey APPROVER = SigningKey.generate(RANDOM);
    static final SigningKey SECOND_APPROVER = SigningKey.generate(RANDOM);
    static final SigningKey STRANGER = SigningKey.generate(RANDOM);

    /** A file of each kind that a version may hold; what is in them does not matter to trust. */
    static final Map<String, String> CONTENT = Map.of(
            "pack.json", "{}",
            "rules/decide.drl", "package tiering;\n",
            "rules/vocabulary.drl", "package tiering;\ndeclare A end\n",
            "tables/TierThreshold.csv", "tier,rank\nGOLD,2\n",
            "messages/en.properties", "a = b\n",
            "cases/orders.yaml", "- name: a\n",
            "README.md", "# Tiering\n");

    private SignedPacks() {}

    /** The keys that most tests trust: one author, one approver, one approval. */
    static TrustedKeys keys() {
        return TrustedKeys.builder()
                .author(AUTHOR.verifyingKey())
                .approver(APPROVER.verifyingKey())
                .build();
    }

    static Trust trust() {
        return Trust.signedBy(keys(), ReleaseLedger.ofThisProcess());
    }

    /** Writes tiering/v1 and welfare/v1 below a folder, and has both signed by author and approver. */
    static void write(Path root) {
        version(root, "tiering/v1", CONTENT);
        version(root, "welfare/v1", CONTENT);
        sign(root.resolve("tiering/v1"));
        sign(root.resolve("welfare/v1"));
    }

    static void version(Path root, String folder, Map<String, String> content) {
        try {
            for (Map.Entry<String, String> file : content.entrySet()) {
                Path path = root.resolve(folder).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void sign(Path version) {
        try {
            PackSigner.asAuthor(version, AUTHOR, null, CLOCK);
            PackSigner.asApprover(version, APPROVER, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below a folder, by path. */
    static Map<String, byte[]> read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, byte[]> content = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackSource source(Map<String, byte[]> files) {
        List<PackFile> copied = files.entrySet().stream()
                .map(file -> new PackFile(file.getKey(), file.getValue()))
                .toList();
        return new PackSource() {
            @Override
            public String name() {
                return "delivered packs";
            }

            @Override
            public List<PackFile> files() {
                return copied;
            }
        };
    }

    /** Where the signature of a key lies. */
    static String signature(String folder, Role role, SigningKey key) {
        return folder + "/signatures/" + role.word() + "-"
                + key.verifyingKey().id().substring("ed25519:".length(), "ed25519:".length() + 16) + ".json";
    }

    /** Replaces a text in a file; fails when it is not there, so that no test spoils nothing. */
    static void replace(Map<String, byte[]> files, String path, String before, String after) {
        String text = new String(files.get(path), UTF_8);
        if (!text.contains(before)) {
            throw new AssertionError(path + " has no " + before + ": " + text);
        }
        files.put(path, text.replace(before, after).getBytes(UTF_8));
    }
}
