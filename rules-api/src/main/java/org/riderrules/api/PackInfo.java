package org.riderrules.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;

/**
 * One loaded version of a pack.
 *
 * @param topic what it decides
 * @param version its version, from 1
 * @param title its title
 * @param digest {@code sha256:} and the hex digest of its files
 * @param markets the markets it decides for
 * @param validFrom first day it is in force
 * @param validUntil first day it is no longer in force; null = open
 * @param approval by whose approval it is in force
 */
public record PackInfo(
        Topic topic,
        int version,
        String title,
        String digest,
        List<String> markets,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        PackApproval approval) {
    private static final String TYPE = "PackInfo";

    /** Copies {@code markets}. */
    public PackInfo {
        Require.present(TYPE, "topic", topic);
        Require.present(TYPE, "title", title);
        Require.present(TYPE, "digest", digest);
        markets = Require.items(TYPE, "markets", markets);
        Require.present(TYPE, "validFrom", validFrom);
        Require.present(TYPE, "approval", approval);
    }
}
