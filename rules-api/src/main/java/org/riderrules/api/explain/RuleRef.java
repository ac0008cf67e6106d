package org.riderrules.api.explain;

import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A rule of a pack.
 *
 * @param id stable, never reused, for instance {@code tiering.qualifies}
 * @param sentence what it says, as a sentence with must, must not or may
 * @param source where the policy stands
 * @param file the path within the pack source
 * @param line its line in that file, from 1
 */
public record RuleRef(String id, String sentence, String source, String file, int line) {
    private static final String TYPE = "RuleRef";

    /** @throws InvalidValueException naming the first component that is missing */
    public RuleRef {
        Require.present(TYPE, "id", id);
        Require.present(TYPE, "sentence", sentence);
        Require.present(TYPE, "source", source);
        Require.present(TYPE, "file", file);
    }
}
