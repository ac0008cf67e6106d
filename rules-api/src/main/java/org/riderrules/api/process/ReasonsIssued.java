package org.riderrules.api.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.explain.Language;
import org.riderrules.api.fact.NotPersonal;

/**
 * The statement of reasons was given to the rider. Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what it gives the reasons for
 * @param at when it was given to the rider
 * @param language the language it is written in
 * @param effectiveOn the day of effect that it announces
 * @param textDigest {@code sha256:} and the hex digest of the text, UTF-8
 * @param htmlDigest {@code sha256:} and the hex digest of the HTML, UTF-8
 */
public record ReasonsIssued(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal Instant at,
        @NotPersonal Language language,
        @NotPersonal LocalDate effectiveOn,
        String textDigest,
        String htmlDigest)
        implements ProcessEvent {
    private static final String TYPE = "ReasonsIssued";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public ReasonsIssued {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "at", at);
        Require.present(TYPE, "language", language);
        Require.present(TYPE, "effectiveOn", effectiveOn);
        Require.code(TYPE, "textDigest", textDigest);
        Require.code(TYPE, "htmlDigest", htmlDigest);
    }

    @Override
    public List<String> decisions() {
        return List.of(subject.decision());
    }
}
