package org.riderrules.api.outcome;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * One gate of the next higher tier that a rider misses: what is missing, and how much is required.
 *
 * @param tier the tier that was missed
 * @param kpi the KPI or condition, for instance {@code onTimeRate}
 * @param observed what was observed, as text
 * @param required what is required, as text
 */
@OwnedBy("tiering")
public record TierGateMissed(
        @NotPersonal String tier,
        @NotPersonal String kpi,
        String observed,
        @NotPersonal String required) implements Outcome {

    private static final String TYPE = "TierGateMissed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TierGateMissed {
        Require.code(TYPE, "tier", tier);
        Require.code(TYPE, "kpi", kpi);
        Require.text(TYPE, "observed", observed);
        Require.text(TYPE, "required", required);
    }

    @Override
    public String code() {
        return tier + ":" + kpi;
    }
}
