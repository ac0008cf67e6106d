package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.UnsafeClasspathException;
import org.riderrules.engine.drools.ClassicModeFinder;
import org.riderrules.engine.trust.Trust;

/** The engine does not start beside the classic mode of Drools, unless the host says that it knows. */
class StrictModeTest {
    private static RulesEngines.Builder builder() {
        return RulesEngines.builder().packs(new SmallPack().source(), Trust.directoryForDevelopment());
    }

    @Test
    void Without_the_classic_mode_a_strict_engine_starts_and_decides() {
        assertThat(builder().build().decide(Requests.orders(50, "99 %")).outcomes())
                .isNotEmpty();
        assertThat(builder().strict(true).build().packs()).isNotEmpty();
    }

    @Test
    @Tag("second-opinion")
    void Beside_the_classic_mode_a_strict_engine_refuses_to_start_and_says_how_to_mend_it() {
        assertThatThrownBy(() -> builder().build())
                .isInstanceOf(UnsafeClasspathException.class)
                .hasMessageContaining("drools-mvel")
                .hasMessageContaining("remove org.drools:drools-mvel and org.mvel:mvel2")
                .hasMessageContaining("strict(false)");
        assertThatThrownBy(() -> RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment()))
                .isInstanceOf(UnsafeClasspathException.class);
    }

    @Test
    @Tag("second-opinion")
    void Beside_the_classic_mode_an_engine_that_is_not_strict_starts_and_decides() {
        assertThat(builder()
                        .strict(false)
                        .build()
                        .decide(Requests.orders(50, "99 %"))
                        .outcomes())
                .isNotEmpty();
    }

    @Test
    void The_classic_mode_is_found_in_a_jar_of_another_name(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("harmless-1.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("org/mvel2/MVEL.class"));
            out.closeEntry();
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ClassicModeFinder.find(loader)).contains("harmless-1.0.jar");
        }
    }
}
