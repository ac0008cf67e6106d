package org.riderrules.engine.rollout;

import java.util.List;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.Require;
import org.riderrules.engine.json.CanonicalJson;

/**
 * One state of all packs. Immutable, thread-safe.
 *
 * @param digest {@code sha256:} and the hex digest of the canonical JSON of a list with one text for each version, by
 *     topic and version: {@code tiering v2 sha256:...}, where the last word is {@link PackInfo#digest()}
 * @param packs the versions, by topic and version
 */
public record LoadedPacks(String digest, List<PackInfo> packs) {

    /** Copies {@code packs}. */
    public LoadedPacks {
        Require.present("LoadedPacks", "digest", digest);
        packs = Require.items("LoadedPacks", "packs", packs);
    }

    /** These versions, by topic and version, with their digest. */
    public static LoadedPacks of(List<PackInfo> packs) {
        return new LoadedPacks(
                CanonicalJson.digest(packs.stream()
                        .map(pack -> pack.topic() + " v" + pack.version() + " " + pack.digest())
                        .toList()),
                packs);
    }

    /** For people: the number of versions and the digest. */
    @Override
    public String toString() {
        return packs.size() + (packs.size() == 1 ? " pack version (" : " pack versions (") + digest + ")";
    }
}
