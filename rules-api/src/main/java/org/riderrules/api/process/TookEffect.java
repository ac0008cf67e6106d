package org.riderrules.api.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A detriment began to hold. Cannot be built when the reasons came later (EU directive 2024/2831, art. 11: a written
 * statement at the latest when the decision takes effect). Immutable, thread-safe.
 *
 * @param riderId the rider concerned
 * @param subject what took effect
 * @param at when it was put into effect
 * @param effectiveFrom from when it holds, not before {@code reasonsIssuedAt}
 * @param reasonsIssuedAt when the statement of reasons was given to the rider
 * @param decidedBy the person who decided; null = nobody, for a penalty that needs no person
 */
public record TookEffect(
        String riderId,
        @NotPersonal Subject subject,
        @NotPersonal Instant at,
        @NotPersonal Instant effectiveFrom,
        @NotPersonal Instant reasonsIssuedAt,
        @Nullable String decidedBy)
        implements ProcessEvent {
    private static final String TYPE = "TookEffect";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TookEffect {
        Require.code(TYPE, "riderId", riderId);
        Require.present(TYPE, "subject", subject);
        Require.present(TYPE, "at", at);
        Require.present(TYPE, "effectiveFrom", effectiveFrom);
        Require.present(TYPE, "reasonsIssuedAt", reasonsIssuedAt);
        if (decidedBy != null) {
            Require.code(TYPE, "decidedBy", decidedBy);
        }
        Require.notBefore(TYPE, "effectiveFrom", effectiveFrom, "reasonsIssuedAt", reasonsIssuedAt);
    }

    @Override
    public List<String> decisions() {
        return List.of(subject.decision());
    }
}
