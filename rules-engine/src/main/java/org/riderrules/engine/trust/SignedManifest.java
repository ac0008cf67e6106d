package org.riderrules.engine.trust;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.spi.PackFile;

/**
 * What is signed: every file of one version with its digest. Canonical JSON in {@code signatures/manifest.json}.
 * Immutable.
 *
 * @param files digests by path within the version's folder, but for those in {@code signatures/}
 * @param format {@link #FORMAT}
 * @param pack the pack, for instance {@code tiering}
 * @param release counts up, from 1, with each change of this version that is signed
 * @param version the version of the pack
 */
record SignedManifest(SortedMap<String, String> files, String format, String pack, int release, int version) {
    static final String FORMAT = "rider-rules pack manifest 1";
    static final String PATH = "signatures/manifest.json";

    SignedManifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** @param folder the version's folder, for instance {@code tiering/v2} */
    static SignedManifest of(String folder, int release, SortedMap<String, String> files) {
        int slash = folder.indexOf("/v");
        return new SignedManifest(
                files, FORMAT, folder.substring(0, slash), release, Integer.parseInt(folder.substring(slash + 2)));
    }

    static SignedManifest read(PackFile file) throws RefusedException {
        Document document = Document.parse(file, "files", "format", "pack", "release", "version");
        document.require("format", FORMAT);
        SignedManifest manifest = new SignedManifest(
                document.object("files").digests(),
                FORMAT,
                document.text("pack"),
                document.count("release"),
                document.count("version"));
        Document.requireCanonical(file, manifest);
        return manifest;
    }

    String folder() {
        return pack + "/v" + version;
    }

    byte[] bytes() {
        return Document.bytes(this);
    }
}
