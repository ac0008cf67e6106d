package org.riderrules.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this engine, written into the jar by the build and into every decision. Thread-safe; holds no state. */
public final class EngineVersion {
    private static final String RESOURCE = "version.properties";

    /** For instance {@code 0.1.0}. */
    public static final String CURRENT = read();

    private EngineVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = EngineVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("rules-engine was built without " + RESOURCE);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
