package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/** What every penalty has to carry, checked in one place. */
final class Notice {
    private Notice() {}

    /** Checks all parts of a notice and returns the evidence, copied. */
    static List<String> checked(
            String type,
            String violationId,
            String code,
            List<String> evidence,
            String policy,
            String remedy,
            String appealRoute,
            LocalDate appealBy,
            LocalDate validFrom,
            LocalDate validUntil) {
        Require.code(type, "violationId", violationId);
        Require.code(type, "code", code);
        return checked(type, evidence, policy, remedy, appealRoute, appealBy, validFrom, validUntil);
    }

    /** As above, for what answers no violation. */
    static List<String> checked(
            String type,
            List<String> evidence,
            String policy,
            String remedy,
            String appealRoute,
            LocalDate appealBy,
            LocalDate validFrom,
            LocalDate validUntil) {
        List<String> references = Require.texts(type, "evidence", evidence);
        Require.text(type, "policy", policy);
        Require.code(type, "remedy", remedy);
        Require.code(type, "appealRoute", appealRoute);
        Require.present(type, "appealBy", appealBy);
        Require.present(type, "validFrom", validFrom);
        Require.present(type, "validUntil", validUntil);
        if (references.isEmpty()) {
            throw new InvalidValueException(type, "evidence", "empty", "at least one reference to evidence");
        }
        Require.after(type, "validUntil", validUntil, "validFrom", validFrom);
        return references;
    }
}
