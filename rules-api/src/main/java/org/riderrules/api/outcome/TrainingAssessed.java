package org.riderrules.api.outcome;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.fact.TrainingPhase;

/**
 * How one training module stands.
 *
 * @param module the module
 * @param phase in which phase
 * @param status how it stands
 * @param validUntil first day a pass no longer holds; null = none
 */
@OwnedBy("training")
public record TrainingAssessed(
        @NotPersonal String module,
        @NotPersonal TrainingPhase phase,
        @NotPersonal TrainingStatus status,
        @Nullable LocalDate validUntil)
        implements Outcome {

    private static final String TYPE = "TrainingAssessed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TrainingAssessed {
        Require.code(TYPE, "module", module);
        Require.present(TYPE, "phase", phase);
        Require.present(TYPE, "status", status);
    }

    @Override
    public String code() {
        return module;
    }
}
