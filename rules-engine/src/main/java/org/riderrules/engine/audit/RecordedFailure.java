package org.riderrules.engine.audit;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.fact.Topic;

/**
 * Why a call decided nothing. Immutable, thread-safe.
 *
 * @param error the type of the error, for instance {@code NoPackInForceException}
 * @param market the market that was asked for
 * @param topic the topic that failed; null = none in particular
 * @param pack the pack version that failed, as {@code tiering/2}; null = none in particular
 * @param packDigest the digest of that version; null = not known
 * @param message what the error said, which may repeat facts; null = nothing
 */
public record RecordedFailure(
        String error,
        String market,
        @Nullable Topic topic,
        @Nullable String pack,
        @Nullable String packDigest,
        @Personal @Nullable String message) {

    /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
    public RecordedFailure {
        Require.present("RecordedFailure", "error", error);
        Require.present("RecordedFailure", "market", market);
    }
}
