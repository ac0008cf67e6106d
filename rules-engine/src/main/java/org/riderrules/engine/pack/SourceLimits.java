package org.riderrules.engine.pack;

import org.riderrules.api.error.Require;

/**
 * How much a pack source may hold before it is refused, so that a wrong path or a hostile archive cannot fill the
 * memory. Immutable, thread-safe.
 *
 * @param fileBytes bytes of one file, unpacked, 1 to 1 GiB
 * @param sourceBytes bytes of all files together, unpacked, 1 to 1 GiB
 * @param files number of files, 1 to 1000000
 */
public record SourceLimits(int fileBytes, int sourceBytes, int files) {
    private static final int MEBIBYTE = 1 << 20;
    private static final int GIBIBYTE = 1 << 30;

    /** 4 MiB for a file, 64 MiB for all, 10000 files. */
    public static final SourceLimits STANDARD = new SourceLimits(4 * MEBIBYTE, 64 * MEBIBYTE, 10_000);

    /** The most that can be set; for files that are in memory already. */
    static final SourceLimits UNLIMITED = new SourceLimits(GIBIBYTE, GIBIBYTE, 1_000_000);

    /** @throws org.riderrules.api.error.InvalidValueException when a limit is outside its range */
    public SourceLimits {
        Require.range("SourceLimits", "fileBytes", fileBytes, 1, GIBIBYTE);
        Require.range("SourceLimits", "sourceBytes", sourceBytes, 1, GIBIBYTE);
        Require.range("SourceLimits", "files", files, 1, 1_000_000);
    }
}
