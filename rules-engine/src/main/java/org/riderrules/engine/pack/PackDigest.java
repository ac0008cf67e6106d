package org.riderrules.engine.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.riderrules.api.spi.PackFile;

/**
 * What makes one version of a pack that version, in 64 hexadecimal digits.
 *
 * <p>For every file of the version but {@code README.md} and the folder {@code signatures/}, sorted by the Unicode code points of its path relative to the
 * version's folder, one line: the path, a NUL, the SHA-256 of the file's bytes in lower-case hexadecimal, a line feed;
 * all in UTF-8. The digest is {@code sha256:} and the SHA-256 of these lines. In a shell:
 *
 * <pre>{@code find . -type f ! -name README.md ! -path './signatures/*' -printf '%P\n' | LC_ALL=C sort | while read f; do
 *   printf '%s\0%s\n' "$f" "$(sha256sum < "$f" | cut -c1-64)"; done | sha256sum}</pre>
 *
 * Thread-safe; holds no state.
 */
public final class PackDigest {
    /** The order of UTF-8 bytes is that of code points; that of Java's strings is not. */
    static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private static final String GENERATED = "README.md";
    private static final String SIGNATURES = "signatures/";

    private PackDigest() {}

    /**
     * The digest of one version.
     *
     * @param folder the version's folder within the source, for instance {@code tiering/v2}; other files are left out
     * @param files the files of the version, in any order
     * @return {@code sha256:} and 64 lower-case hexadecimal digits
     */
    public static String of(String folder, Collection<PackFile> files) {
        String prefix = folder + "/";
        Map<String, String> digests = new TreeMap<>(BY_CODE_POINT);
        for (PackFile file : files) {
            if (file.path().startsWith(prefix)
                    && !file.path().equals(prefix + GENERATED)
                    && !file.path().startsWith(prefix + SIGNATURES)) {
                digests.put(file.path().substring(prefix.length()), sha256(file.content()));
            }
        }
        StringBuilder lines = new StringBuilder();
        digests.forEach(
                (path, digest) -> lines.append(path).append('\0').append(digest).append('\n'));
        return ofBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a single document: {@code sha256:} and 64 lower-case hexadecimal digits. */
    public static String ofBytes(byte[] bytes) {
        return "sha256:" + sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
