package org.riderrules.engine.trust;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.SourceFiles;

/**
 * The list of the packs that a jar brings along, which the build of that jar writes beside the class that finds them.
 * Canonical JSON. Immutable, thread-safe.
 *
 * @param files {@code sha256:} and 64 hexadecimal digits, by the path within the source
 * @param format {@link #FORMAT}
 */
public record PackList(SortedMap<String, String> files, String format) {
    /** Names the form, so that a later one cannot be mistaken for it. */
    public static final String FORMAT = "rider-rules pack list 1";

    /** Copies the map. */
    public PackList {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The list of everything that a source holds. */
    public static PackList of(SourceFiles source) {
        return new PackList(Digests.of("", source.files()), FORMAT);
    }

    /** The document, ended by a line feed. */
    public byte[] bytes() {
        return Document.bytes(this);
    }

    static PackList read(PackFile file) throws RefusedException {
        Document document = Document.parse(file, "files", "format");
        document.require("format", FORMAT);
        PackList list = new PackList(document.object("files").digests(), FORMAT);
        Document.requireCanonical(file, list);
        return list;
    }
}
