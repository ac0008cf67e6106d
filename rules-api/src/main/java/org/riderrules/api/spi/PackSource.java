package org.riderrules.api.spi;

import java.io.IOException;
import java.util.List;

/**
 * Where packs come from: a directory, a jar, the classpath, or whatever a host has. Files are named
 * {@code <topic>/v<N>/...}. Implementations must be safe to call from any thread; each call reads afresh.
 */
public interface PackSource {

    /** How this source names itself in messages, for instance {@code directory /srv/packs}. */
    String name();

    /**
     * All files of all packs, in any order; each path once.
     *
     * @throws IOException when the source cannot be read; then nothing is loaded
     */
    List<PackFile> files() throws IOException;
}
