package org.riderrules.engine.pack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.api.spi.PackSource;

/**
 * Packs that come in the jar of a class, with a list of their digests that the jar's build wrote beside that class.
 * Whoever can change the list can change the class. Made by {@link PackSources#builtIn}. Immutable, thread-safe.
 */
public final class BuiltInSource implements PackSource {
    /** The name of the list beside the class. */
    public static final String LIST = "packs.json";

    private final Class<?> anchor;
    private final PackSource files;

    BuiltInSource(Class<?> anchor, String root) {
        this.anchor = anchor;
        ClassLoader loader = anchor.getClassLoader();
        this.files = PackSources.classpath(loader == null ? ClassLoader.getSystemClassLoader() : loader, root);
    }

    @Override
    public String name() {
        return files.name();
    }

    /** The union of the folder over the whole class path: what another jar adds is seen, and refused. */
    @Override
    public List<PackFile> files() throws IOException {
        return files.files();
    }

    /**
     * The list, from the very place that the class was loaded from: a resource of the same name elsewhere on the class
     * path is not looked at.
     *
     * @throws PackProblemsException when the build wrote none, or it cannot be read
     */
    public PackFile list() {
        String path = anchor.getPackageName().replace('.', '/') + "/" + LIST;
        String file = anchor.getSimpleName() + ".class";
        URL place = anchor.getResource(file);
        try {
            if (place == null) {
                throw new IOException("the class " + anchor.getName() + " does not say where it comes from");
            }
            String beside = place.toExternalForm();
            URLConnection connection = new URI(beside.substring(0, beside.length() - file.length()) + LIST)
                    .toURL()
                    .openConnection();
            // A cached jar would be shared with others, who may close it, and would keep an old file after a rebuild.
            connection.setUseCaches(false);
            try (InputStream stream = connection.getInputStream()) {
                return new PackFile(path, stream.readNBytes(SourceLimits.STANDARD.fileBytes()));
            }
        } catch (IOException | URISyntaxException failure) {
            throw new PackProblemsException(
                    name(),
                    List.of(PackProblem.inFile(
                            "trust-list-missing",
                            path,
                            "the list of the digests of the packs cannot be read beside " + anchor.getName() + ": "
                                    + failure,
                            "take the jar as it was released; in a checkout, let Maven compile the module with the"
                                    + " packs, which writes the list")));
        }
    }
}
