package org.riderrules.api.spi;

import java.nio.charset.StandardCharsets;
import org.riderrules.api.error.Require;

/** One file of a pack source: a path such as {@code tiering/v2/pack.json} and its bytes. Immutable, thread-safe. */
public final class PackFile {
    private final String path;
    private final byte[] content;

    /**
     * @param path relative to the source's root, with {@code /} as separator
     * @param content the bytes; copied
     */
    public PackFile(String path, byte[] content) {
        Require.text("PackFile", "path", path);
        this.path = path;
        this.content = Require.present("PackFile", "content", content).clone();
    }

    /** The path relative to the source's root, with {@code /} as separator. */
    public String path() {
        return path;
    }

    /** A copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** How many bytes it has. */
    public int size() {
        return content.length;
    }

    /** The bytes as UTF-8 text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path + " (" + content.length + " bytes)";
    }
}
