package org.riderrules.engine.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.riderrules.engine.trust.SignedPacks.CLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.PackApproval;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.pack.SourceFiles;

/** Packs in the jar of the class that finds them are believed as the build of that jar listed them. */
class BuiltInTest {
    private static final String CLASS = "org/riderrules/engine/trust/Anchor.class";
    private static final String LIST = "org/riderrules/engine/trust/packs.json";

    @TempDir
    private Path temporary;

    private final List<URLClassLoader> open = new ArrayList<>();
    private Map<String, byte[]> jar;

    @BeforeEach
    void build() throws IOException {
        Map<String, byte[]> packs = new TreeMap<>();
        SignedPacks.CONTENT.forEach((path, text) -> packs.put("tiering/v1/" + path, text.getBytes(UTF_8)));
        jar = new TreeMap<>();
        jar.put("packs/", new byte[0]);
        packs.forEach((path, content) -> jar.put("packs/" + path, content));
        try (InputStream stream = Anchor.class.getResourceAsStream("Anchor.class")) {
            jar.put(CLASS, stream.readAllBytes());
        }
        jar.put(LIST, PackList.of(SourceFiles.of(SignedPacks.source(packs))).bytes());
    }

    @AfterEach
    void close() throws IOException {
        for (URLClassLoader loader : open) {
            loader.close();
        }
    }

    @Test
    void A_jar_as_it_was_built_is_admitted() throws Exception {
        Admission admission = Trust.builtIn().admit(source(jar), CLOCK);

        assertThat(admission.approvals())
                .containsExactly(Map.entry("tiering/v1", new PackApproval(PackApproval.Basis.BUILT_IN, 0, List.of())));
        assertThat(admission.files().files()).hasSize(SignedPacks.CONTENT.size());
    }

    @Test
    void A_changed_an_added_and_a_removed_file_are_refused() throws Exception {
        jar.put("packs/tiering/v1/rules/decide.drl", "package other;".getBytes(UTF_8));
        jar.put("packs/tiering/v2/pack.json", "{}".getBytes(UTF_8));
        jar.remove("packs/tiering/v1/cases/orders.yaml");

        assertThat(problems(source(jar)))
                .extracting(PackProblem::code, PackProblem::file)
                .containsExactly(
                        tuple("trust-file-missing", "tiering/v1/cases/orders.yaml"),
                        tuple("trust-file-changed", "tiering/v1/rules/decide.drl"),
                        tuple("trust-file-extra", "tiering/v2/pack.json"));
    }

    @Test
    void A_file_that_another_jar_of_the_class_path_adds_is_refused_wherever_that_jar_stands() throws Exception {
        Map<String, byte[]> other = new TreeMap<>();
        other.put("packs/", new byte[0]);
        other.put("packs/tiering/v9/pack.json", "{}".getBytes(UTF_8));

        for (PackSource source : List.of(source(jar, other), source(other, jar))) {
            assertThat(problems(source)).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("trust-file-extra");
                assertThat(problem.file()).isEqualTo("tiering/v9/pack.json");
                assertThat(problem.what()).isEqualTo("the file was added: the list in the jar does not have it");
                assertThat(problem.mend()).contains("as a source of their own");
            });
        }
    }

    @Test
    void A_list_that_another_jar_brings_is_not_looked_at() throws Exception {
        Map<String, byte[]> other = new TreeMap<>();
        other.put("packs/", new byte[0]);
        other.put("packs/tiering/v9/pack.json", "{}".getBytes(UTF_8));
        Map<String, byte[]> both = new TreeMap<>();
        jar.forEach((path, content) -> {
            if (path.startsWith("packs/tiering/")) {
                both.put(path.substring("packs/".length()), content);
            }
        });
        both.put("tiering/v9/pack.json", "{}".getBytes(UTF_8));
        other.put(LIST, PackList.of(SourceFiles.of(SignedPacks.source(both))).bytes());

        assertThat(problems(source(other, jar))).extracting(PackProblem::code).containsExactly("trust-file-extra");
    }

    @Test
    void A_jar_without_a_list_is_refused() throws Exception {
        jar.remove(LIST);

        assertThat(problems(source(jar))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("trust-list-missing");
            assertThat(problem.file()).isEqualTo(LIST);
        });
    }

    @Test
    void A_list_that_is_none_is_refused() throws Exception {
        jar.put(LIST, "{}".getBytes(UTF_8));
        assertThat(problems(source(jar))).extracting(PackProblem::code).containsExactly("trust-malformed");

        jar.put(LIST, new byte[0]);
        assertThat(problems(source(jar))).extracting(PackProblem::code).containsExactly("trust-syntax");
    }

    @Test
    void Packs_that_bring_no_list_are_never_built_in() throws Exception {
        for (PackSource source : List.of(
                PackSources.directory(temporary),
                PackSources.of("memory", Map.of("tiering/v1/pack.json", "{}")),
                PackSources.classpath(getClass().getClassLoader(), "packs"))) {
            assertThat(problems(source)).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("trust-not-built-in");
                assertThat(problem.file()).isEqualTo(source.name());
                assertThat(problem.mend()).contains("Trust.signedBy");
            });
        }
    }

    @Test
    void Built_in_packs_that_are_not_signed_are_refused_where_signatures_are_asked_for() throws Exception {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> SignedPacks.trust().admit(source(jar), CLOCK));

        assertThat(refused.problems()).extracting(PackProblem::code).containsExactly("trust-not-signed");
    }

    private List<PackProblem> problems(PackSource source) {
        PackProblemsException refused = catchThrowableOfType(
                PackProblemsException.class, () -> Trust.builtIn().admit(source, CLOCK));
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    /** The packs of the jar with the class, on a class path of these jars. */
    @SafeVarargs
    private PackSource source(Map<String, byte[]>... jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Map<String, byte[]> content : jars) {
            Path file = Files.createTempFile(temporary, "packs", ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(entry.getValue());
                }
            }
            urls.add(file.toUri().toURL());
        }
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null);
        open.add(loader);
        return PackSources.builtIn(loader.loadClass(Anchor.class.getName()), "packs");
    }
}
