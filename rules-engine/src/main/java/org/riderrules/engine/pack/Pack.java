package org.riderrules.engine.pack;

import java.util.List;
import org.riderrules.api.spi.PackFile;

/**
 * One version of a pack, read without a problem: nothing in it is compiled or bound yet. Immutable, thread-safe.
 *
 * @param manifest what {@code pack.json} says
 * @param digest the digest of the version's files, see {@link PackDigest}
 * @param rules {@code rules/*.drl}, sorted by path
 * @param tables {@code tables/*.csv}, sorted by path
 * @param messages {@code messages/*.properties}
 * @param cases {@code cases/*.yaml}, sorted by path
 */
public record Pack(
        Manifest manifest,
        String digest,
        List<PackFile> rules,
        List<TableText> tables,
        Messages messages,
        List<PackFile> cases) {

    /** Copies the lists. */
    public Pack {
        rules = List.copyOf(rules);
        tables = List.copyOf(tables);
        cases = List.copyOf(cases);
    }

    /** The pack's name, for instance {@code tiering}. */
    public String id() {
        return manifest.id();
    }

    /** The version, 1 or more. */
    public int version() {
        return manifest.version();
    }

    /** Pack and version, for instance {@code tiering v2}. */
    public String label() {
        return manifest.label();
    }

    /** The version's folder within the source, for instance {@code tiering/v2}. */
    public String folder() {
        return id() + "/v" + version();
    }

    /** Pack, version and digest. */
    @Override
    public String toString() {
        return label() + " (" + digest + ")";
    }
}
