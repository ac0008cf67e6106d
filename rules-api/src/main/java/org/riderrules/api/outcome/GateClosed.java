package org.riderrules.api.outcome;

import java.util.List;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.NotPersonal;

/**
 * A gate that is closed, and what opens it.
 *
 * @param gate the gate, for instance {@code TAKE_ORDERS}
 * @param remedy message key: what opens it
 */
@OwnedBy("training")
public record GateClosed(
        @NotPersonal String gate, @NotPersonal String remedy) implements Outcome {

    private static final String TYPE = "GateClosed";

    /** @throws InvalidValueException naming the first component whose value is not allowed */
    public GateClosed {
        Require.code(TYPE, "gate", gate);
        Require.code(TYPE, "remedy", remedy);
    }

    @Override
    public List<String> textKeys() {
        return List.of(remedy);
    }

    @Override
    public String code() {
        return gate;
    }
}
