package org.riderrules.api.outcome;

import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A benefit that a rule denies, and what would make it granted.
 *
 * @param code the benefit, a code of the market's own list
 * @param kind what it protects
 * @param remedy message key: what would make it granted
 */
@OwnedBy("welfare")
public record BenefitWithheld(
        @NotPersonal String code,
        @NotPersonal BenefitKind kind,
        @NotPersonal String remedy) implements Outcome {

    private static final String TYPE = "BenefitWithheld";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public BenefitWithheld {
        Require.code(TYPE, "code", code);
        Require.present(TYPE, "kind", kind);
        Require.code(TYPE, "remedy", remedy);
    }

    @Override
    public List<String> textKeys() {
        return List.of(remedy);
    }
}
