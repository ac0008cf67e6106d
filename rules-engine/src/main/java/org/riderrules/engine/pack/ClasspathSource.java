package org.riderrules.engine.pack;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/** The union of a folder over all directories and jars of a class loader. Immutable, thread-safe. */
record ClasspathSource(ClassLoader loader, String root, SourceLimits limits) implements PackSource {

    @Override
    public String name() {
        return "classpath folder " + root;
    }

    @Override
    public List<PackFile> files() throws IOException {
        Intake intake = new Intake(name(), limits);
        // Sorted, so that messages do not depend on the order of the classpath; the union itself does not.
        List<URL> places = Collections.list(loader.getResources(root)).stream()
                .sorted(Comparator.comparing(URL::toString))
                .distinct()
                .toList();
        if (places.isEmpty()) {
            intake.problem(
                    "source-missing",
                    name(),
                    "no directory and no jar of the classpath has this folder",
                    "add the jar with the packs to the classpath; a jar needs an entry for the folder itself");
        }
        for (URL place : places) {
            read(intake, place);
        }
        return intake.finish();
    }

    private static void read(Intake intake, URL place) {
        try {
            if (place.getProtocol().equals("file")) {
                Path directory = Path.of(place.toURI());
                if (!Files.isDirectory(directory)) {
                    throw new IOException("not a directory");
                }
                DirectoryWalk.into(intake, directory, directory.toString());
                return;
            }
            URLConnection connection = place.openConnection();
            if (!(connection instanceof JarURLConnection inJar)) {
                throw new IOException("neither a directory nor a jar");
            }
            // A cached jar would be shared with others, who may close it, and would keep an old file after a rebuild.
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                JarEntries.into(intake, jar, JarEntries.folder(inJar.getEntryName()), jar.getName());
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException failure) {
            intake.problem(
                    "source-unreadable",
                    place.toString(),
                    "packs cannot be read from there: " + failure,
                    "put the packs into a directory or a jar, or give them as a source of your own");
        }
    }
}
