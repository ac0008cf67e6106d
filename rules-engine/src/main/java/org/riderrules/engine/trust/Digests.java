package org.riderrules.engine.trust;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.pack.PackDigest;

/** The digests of files, as they stand in lists. Holds no state. */
final class Digests {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private Digests() {}

    /**
     * The digest of each file by its path.
     *
     * @param prefix what each path begins with, and what is left away
     */
    static SortedMap<String, String> of(String prefix, Collection<PackFile> files) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (PackFile file : files) {
            digests.put(file.path().substring(prefix.length()), PackDigest.ofBytes(file.content()));
        }
        return digests;
    }

    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }
}
