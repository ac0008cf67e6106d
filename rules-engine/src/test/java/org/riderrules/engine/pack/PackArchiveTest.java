package org.riderrules.engine.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;

/** Packs as one file: the same bytes each time, and nothing that an archive can be made to do. */
class PackArchiveTest {
    private static final Map<String, String> FILES =
            Map.of("tiering/v1/pack.json", "{}", "tiering/v1/rules/a.drl", "package a;", "README.md", "# Packs");

    @TempDir
    private Path temporary;

    @Test
    void An_archive_holds_what_the_source_holds() throws IOException {
        PackSource source = PackSources.of("memory", FILES);
        Path archive = temporary.resolve("packs.zip");

        assertThat(PackArchive.write(source, archive)).isEqualTo(3);
        assertThat(texts(PackSources.jar(archive))).isEqualTo(texts(source));
    }

    @Test
    void Two_builds_give_the_same_bytes_in_any_time_zone() {
        SourceFiles files = SourceFiles.of(PackSources.of("memory", FILES));
        byte[] first = PackArchive.bytes(files);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(PackArchive.bytes(files)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Seen on JDK 17 and on JDK 25: what another JDK writes is the same. */
    @Test
    void The_bytes_are_those_that_every_JDK_writes() {
        byte[] bytes = PackArchive.bytes(SourceFiles.of(PackSources.of("memory", FILES)));

        assertThat(PackDigest.ofBytes(bytes))
                .isEqualTo("sha256:653cf03507321cc800c9461d9fc60684becf1eb92320fa64b6ee1c6c4e7f4154");
    }

    @Test
    void Entries_are_sorted_stored_and_of_one_time() throws IOException {
        Path archive = temporary.resolve("packs.zip");
        PackArchive.write(PackSources.of("memory", FILES), archive);

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            assertThat(entries)
                    .extracting(ZipEntry::getName)
                    .containsExactly(
                            "packs/", "packs/README.md", "packs/tiering/v1/pack.json", "packs/tiering/v1/rules/a.drl");
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).isEqualTo("1980-02-01T00:00:00");
                assertThat(entry.getExtra()).isNull();
            });
        }
    }

    @Test
    void An_archive_that_cannot_be_written_leaves_nothing() {
        Path archive = temporary.resolve("none/packs.zip");

        assertThatThrownBy(() -> PackArchive.write(PackSources.of("memory", FILES), archive))
                .isInstanceOf(IOException.class);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void The_same_name_twice_is_refused() throws IOException {
        Path archive = patched("packs/tiering/v1/rules/b.drl", "packs/tiering/v1/rules/a.drl");

        assertThat(problem(archive).code()).isEqualTo("file-duplicate");
        assertThat(problem(archive).what()).startsWith("the file is twice in");
    }

    @Test
    void A_name_that_climbs_out_of_the_archive_is_refused() throws IOException {
        Path archive = patched("packs/tiering/v1/rules/b.drl", "packs/../../../etc/cron.d/xx");

        assertThat(problem(archive).code()).isEqualTo("file-path");
        assertThat(problem(archive).file()).isEqualTo("../../../etc/cron.d/xx");
    }

    private static PackProblem problem(Path archive) {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> PackSources.jar(archive).files());
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }

    /** An archive in which a name was replaced by another of the same length, as no tool would write it. */
    private Path patched(String before, String after) throws IOException {
        assertThat(after).hasSameSizeAs(before);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("packs/tiering/v1/rules/a.drl", before)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        String latin = bytes.toString(ISO_8859_1);
        return Files.write(
                temporary.resolve("patched.zip"), latin.replace(before, after).getBytes(ISO_8859_1));
    }

    private static List<String> texts(PackSource source) throws IOException {
        return source.files().stream()
                .map(file -> file.path() + "=" + file.text())
                .sorted()
                .toList();
    }
}
