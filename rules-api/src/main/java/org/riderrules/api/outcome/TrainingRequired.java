package org.riderrules.api.outcome;

import java.time.LocalDate;
import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.fact.TrainingPhase;

/**
 * A module that the rider must take, and by when.
 *
 * @param module the module
 * @param phase in which phase
 * @param dueOn last day to take it
 * @param remedy message key: how and where
 */
@OwnedBy("training")
public record TrainingRequired(
        @NotPersonal String module,
        @NotPersonal TrainingPhase phase,
        LocalDate dueOn,
        @NotPersonal String remedy) implements Outcome {

    private static final String TYPE = "TrainingRequired";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public TrainingRequired {
        Require.code(TYPE, "module", module);
        Require.present(TYPE, "phase", phase);
        Require.present(TYPE, "dueOn", dueOn);
        Require.code(TYPE, "remedy", remedy);
    }

    @Override
    public List<String> textKeys() {
        return List.of(remedy);
    }

    @Override
    public String code() {
        return module;
    }
}
