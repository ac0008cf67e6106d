package org.riderrules.api.process;

import java.time.Instant;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A piece of evidence that was shown to the person who decided (Amsterdam Court of Appeal 2023: a symbolic human review
 * is no review). Immutable, thread-safe.
 *
 * @param reference the reference to the evidence, as the detriment names it
 * @param openedAt when it was opened
 */
public record EvidenceSeen(String reference, Instant openedAt) {
    private static final String TYPE = "EvidenceSeen";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public EvidenceSeen {
        Require.text(TYPE, "reference", reference);
        Require.present(TYPE, "openedAt", openedAt);
    }
}
