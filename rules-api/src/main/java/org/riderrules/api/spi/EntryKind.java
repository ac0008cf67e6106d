package org.riderrules.api.spi;

import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * What an entry of an audit trail is. Open: a store keeps kinds that it does not know.
 *
 * @param name 1 to 40 lower-case letters, digits and hyphens, the first a letter
 */
public record EntryKind(String name) implements Comparable<EntryKind> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** One call of the engine with everything it decided, or why it decided nothing. */
    public static final EntryKind CALL = new EntryKind("call");
    /** A signature over everything before it. */
    public static final EntryKind CHECKPOINT = new EntryKind("checkpoint");
    /** What a person or the host did about a decision: confirmed, overridden, issued, appealed, corrected. */
    public static final EntryKind PROCESS = new EntryKind("process");
    /** Calls that were decided and not recorded, because the store could not take them and the host allows that. */
    public static final EntryKind LOSS = new EntryKind("loss");
    /** That a rider was erased. */
    public static final EntryKind ERASURE = new EntryKind("erasure");

    /** @throws InvalidValueException when the name does not have the form above */
    public EntryKind {
        if (!NAME.matcher(Require.present("EntryKind", "name", name)).matches()) {
            throw new InvalidValueException(
                    "EntryKind",
                    "name",
                    "\"" + name + "\"",
                    "1 to 40 lower-case letters, digits and hyphens, a letter first");
        }
    }

    /** By name. */
    @Override
    public int compareTo(EntryKind other) {
        return name.compareTo(other.name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
