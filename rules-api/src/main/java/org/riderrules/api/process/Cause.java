package org.riderrules.api.process;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/** Why decisions were corrected. Immutable, thread-safe. */
public sealed interface Cause {

    /**
     * An appeal was upheld: the violation counts for nothing.
     *
     * @param violation the violation
     * @param appeal the appeal
     */
    record AppealUpheld(String violation, String appeal) implements Cause {
        /** @throws InvalidValueException naming the first component whose value is not allowed */
        public AppealUpheld {
            Require.code("AppealUpheld", "violation", violation);
            Require.code("AppealUpheld", "appeal", appeal);
        }
    }

    /**
     * A violation was withdrawn by whoever reported it: it counts for nothing.
     *
     * @param violation the violation
     */
    record ViolationWithdrawn(String violation) implements Cause {
        /** @throws InvalidValueException naming the first component whose value is not allowed */
        public ViolationWithdrawn {
            Require.code("ViolationWithdrawn", "violation", violation);
        }
    }

    /**
     * Facts became known, or turned out to be wrong, after the decision.
     *
     * @param what what became known, 1 to 4000 characters
     */
    record FactsCorrected(String what) implements Cause {
        /** @throws InvalidValueException naming the first component whose value is not allowed */
        public FactsCorrected {
            Require.text("FactsCorrected", "what", what);
        }
    }
}
