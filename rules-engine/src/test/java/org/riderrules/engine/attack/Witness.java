package org.riderrules.engine.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Sees that an attack has reached something: what it handed over here, a system property, a file, the language or the
 * zone of the JVM.
 */
public final class Witness {
    private static final String PROPERTY = "riderrules.pwn";
    private static final Path FOLDER = Path.of("target", "attack");
    private static final Locale LANGUAGE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final List<String> SEEN = new ArrayList<>();

    private Witness() {}

    /** Called by an attack with what it got hold of. */
    public static synchronized void allow(Object got) {
        SEEN.add("reached: " + String.valueOf(got).lines().findFirst().orElse(""));
    }

    /** Called by an attack with something harmless that it should not have computed. */
    public static synchronized void quiet(Object got) {
        SEEN.add("computed: " + String.valueOf(got).lines().findFirst().orElse(""));
    }

    static synchronized String read(String what) {
        SEEN.add("initialised: " + what);
        return what;
    }

    /** Forgets everything and puts the JVM back as it was. */
    public static synchronized void reset() {
        SEEN.clear();
        System.clearProperty(PROPERTY);
        Locale.setDefault(LANGUAGE);
        TimeZone.setDefault(ZONE);
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(FOLDER.resolve("pwn.f"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was reached since the last reset. */
    public static synchronized List<String> seen() {
        List<String> seen = new ArrayList<>(SEEN);
        if (System.getProperty(PROPERTY) != null) {
            seen.add("system property set");
        }
        if (Files.exists(FOLDER.resolve("pwn.f"))) {
            seen.add("file written");
        }
        if (!Locale.getDefault().equals(LANGUAGE)) {
            seen.add("language of the JVM changed");
        }
        if (!TimeZone.getDefault().equals(ZONE)) {
            seen.add("zone of the JVM changed");
        }
        return seen;
    }
}
