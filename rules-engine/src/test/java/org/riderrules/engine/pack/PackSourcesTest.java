package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

class PackSourcesTest {
    private static final Map<String, String> TWO =
            Map.of("tiering/v1/pack.json", "{}", "tiering/v1/rules/a.drl", "package a;");

    @TempDir
    private Path temporary;

    @Test
    void every_source_gives_the_same_files_sorted_with_slashes() throws IOException {
        Path directory = directory("packs", TWO);
        Path jar = jar("packs.jar", "packs/", TWO);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            for (PackSource source : List.of(
                    PackSources.of("memory", TWO),
                    PackSources.directory(directory),
                    PackSources.jar(jar),
                    PackSources.classpath(loader, "packs"),
                    PackSources.classpath(loader, "/packs/"))) {
                assertThat(source.files())
                        .as(source.name())
                        .extracting(PackFile::path, PackFile::text)
                        .containsExactly(
                                tuple("tiering/v1/pack.json", "{}"), tuple("tiering/v1/rules/a.drl", "package a;"));
            }
        }
    }

    @Test
    void a_source_says_what_it_is() {
        assertThat(PackSources.directory(Path.of("packs")).name()).isEqualTo("directory packs");
        assertThat(PackSources.jar(Path.of("a.jar")).name()).isEqualTo("jar a.jar, folder packs");
        assertThat(PackSources.classpath(getClass().getClassLoader(), "packs").name())
                .isEqualTo("classpath folder packs");
    }

    @Test
    void what_is_not_there_is_a_problem_and_not_a_null_pointer() {
        assertProblems(PackSources.directory(temporary.resolve("none")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("source-missing");
                    assertThat(problem.toString())
                            .isEqualTo("directory " + temporary.resolve("none") + ": source-missing: there is no such"
                                    + " directory\n    create it, or correct the path");
                });
        assertCodes(PackSources.jar(temporary.resolve("none.jar")), "source-missing");
        assertCodes(PackSources.classpath(getClass().getClassLoader(), "no/such/folder"), "source-missing");
    }

    @Test
    void what_is_of_another_kind_is_a_problem() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");

        assertCodes(PackSources.directory(file), "source-unreadable");
        assertCodes(PackSources.jar(file), "source-unreadable");
        assertCodes(PackSources.jar(temporary), "source-unreadable");
        assertCodes(PackSources.jar(jar("other.jar", "else/", TWO)), "source-missing");
    }

    @Test
    void an_empty_directory_is_a_problem_even_when_it_holds_noise() throws IOException {
        assertCodes(PackSources.directory(temporary), "source-empty");

        Files.writeString(temporary.resolve(".DS_Store"), "noise");
        Files.createDirectories(temporary.resolve(".git/refs"));
        Files.writeString(temporary.resolve(".git/HEAD"), "noise");
        assertCodes(PackSources.directory(temporary), "source-empty");
        assertCodes(PackSources.of("memory", Map.of()), "source-empty");
    }

    @Test
    void files_and_folders_that_begin_with_a_dot_are_left_out_everywhere() throws IOException {
        Map<String, String> files = new TreeMap<>(TWO);
        files.put("tiering/.DS_Store", "noise");
        files.put(".git/HEAD", "noise");

        assertThat(PackSources.directory(directory("noisy", files)).files()).hasSize(2);
        assertThat(PackSources.jar(jar("noisy.jar", "packs/", files)).files()).hasSize(2);
        assertThat(PackSources.of("memory", files).files()).hasSize(2);
    }

    @Test
    void a_link_below_the_root_is_refused_and_the_root_may_be_one() throws IOException {
        Path directory = directory("packs", TWO);
        Path secret = Files.writeString(temporary.resolve("secret"), "secret");
        Path root = Files.createSymbolicLink(temporary.resolve("current"), directory);
        assertThat(PackSources.directory(root).files()).hasSize(2);

        Files.createSymbolicLink(directory.resolve("tiering/v1/rules/b.drl"), secret);
        Files.createSymbolicLink(directory.resolve("welfare"), temporary);
        assertProblems(PackSources.directory(root))
                .extracting(PackProblem::code, PackProblem::file)
                .containsExactly(tuple("file-link", "tiering/v1/rules/b.drl"), tuple("file-link", "welfare"));
    }

    @Test
    void a_file_may_have_as_many_bytes_as_the_limit_and_not_one_more() throws IOException {
        SourceLimits limits = new SourceLimits(10, 100, 100);
        assertThat(PackSources.directory(directory("nine", Map.of("a", "123456789")), limits)
                        .files())
                .hasSize(1);
        assertThat(PackSources.directory(directory("ten", Map.of("a", "1234567890")), limits)
                        .files())
                .hasSize(1);

        assertProblems(PackSources.directory(directory("eleven", Map.of("a", "12345678901")), limits))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo(
                                "a: file-too-large: the file has more than 10 bytes\n    split it; a table of that size"
                                        + " belongs into the host's data, not into a policy"));
    }

    @Test
    void a_source_may_have_as_many_bytes_and_files_as_the_limits_and_not_one_more() throws IOException {
        Map<String, String> three = Map.of("a", "123", "b", "123", "c", "123");
        Path directory = directory("three", three);

        assertThat(PackSources.directory(directory, new SourceLimits(10, 10, 4)).files())
                .hasSize(3);
        assertThat(PackSources.directory(directory, new SourceLimits(10, 9, 3)).files())
                .hasSize(3);
        assertCodes(PackSources.directory(directory, new SourceLimits(10, 8, 3)), "source-too-large");
        assertCodes(PackSources.directory(directory, new SourceLimits(10, 9, 2)), "source-too-many-files");
    }

    @Test
    void a_packed_file_is_measured_unpacked() throws IOException {
        Path jar = jar("bomb.jar", "packs/", Map.of("a", "0".repeat(5 << 20)));

        assertThat(Files.size(jar)).isLessThan(20_000);
        assertCodes(PackSources.jar(jar), "file-too-large");
    }

    @Test
    void an_entry_that_leaves_the_jars_folder_is_refused() throws IOException {
        assertCodes(PackSources.jar(jar("slip.jar", "packs/", Map.of("../evil", "x"))), "file-path");
        assertCodes(PackSources.jar(jar("windows.jar", "packs/", Map.of("a\\b", "x"))), "file-path");
    }

    @Test
    void a_jar_can_be_read_whole_without_its_meta_information() throws IOException {
        Map<String, String> files = new TreeMap<>(TWO);
        files.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0");

        assertThat(PackSources.jar(jar("flat.jar", "", files), "", SourceLimits.STANDARD)
                        .files())
                .hasSize(2);
    }

    @Test
    void the_classpath_is_the_union_of_its_directories_and_jars() throws IOException {
        Path classes = temporary.resolve("classes");
        directory("classes/packs", Map.of("welfare/v1/pack.json", "{}", "tiering/v1/pack.json", "{}"));
        Path jar = jar("packs.jar", "packs/", TWO);
        URL[] places = {classes.toUri().toURL(), jar.toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(places, null)) {
            assertThat(PackSources.classpath(loader, "packs").files())
                    .extracting(PackFile::path)
                    .containsExactly("tiering/v1/pack.json", "tiering/v1/rules/a.drl", "welfare/v1/pack.json");
        }
    }

    @Test
    void one_path_with_different_bytes_in_two_places_is_a_problem() throws IOException {
        Path classes = temporary.resolve("classes");
        directory("classes/packs", Map.of("tiering/v1/pack.json", "{ }"));
        Path jar = jar("packs.jar", "packs/", TWO);
        URL[] places = {classes.toUri().toURL(), jar.toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(places, null)) {
            assertProblems(PackSources.classpath(loader, "packs"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("file-conflict");
                        assertThat(problem.file()).isEqualTo("tiering/v1/pack.json");
                        assertThat(problem.what())
                                .contains(classes.resolve("packs").toString())
                                .contains(jar.toString());
                    });
        }
    }

    @Test
    void a_jar_that_changed_is_read_afresh() throws IOException {
        Path jar = jar("packs.jar", "packs/", Map.of("a", "1"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            PackSource source = PackSources.jar(jar);
            assertThat(source.files()).extracting(PackFile::text).containsExactly("1");
            assertThat(PackSources.classpath(loader, "packs").files()).hasSize(1);

            jar("packs.jar", "packs/", Map.of("a", "2"));
            assertThat(source.files()).extracting(PackFile::text).containsExactly("2");
        }
    }

    @Test
    void every_problem_of_a_source_is_told_at_once() throws IOException {
        Path directory = directory("packs", Map.of("a", "12345678901", "b", "12345678901"));

        assertCodes(
                PackSources.directory(directory, new SourceLimits(10, 100, 100)), "file-too-large", "file-too-large");
    }

    private static void assertCodes(PackSource source, String... codes) {
        assertProblems(source).extracting(PackProblem::code).containsExactly(codes);
    }

    private static ListAssert<PackProblem> assertProblems(PackSource source) {
        return assertThatThrownBy(source::files)
                .asInstanceOf(type(PackProblemsException.class))
                .extracting(PackProblemsException::problems)
                .asInstanceOf(list(PackProblem.class));
    }

    private Path directory(String name, Map<String, String> files) throws IOException {
        Path root = temporary.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    private Path jar(String name, String prefix, Map<String, String> files) throws IOException {
        Path path = temporary.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
            if (!prefix.isEmpty()) {
                jar.putNextEntry(new JarEntry(prefix));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(prefix + file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }
}
