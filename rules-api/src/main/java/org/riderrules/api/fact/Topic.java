package org.riderrules.api.fact;

import java.util.regex.Pattern;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * What is to be decided. The constants are the topics of the shipped catalogue; a company may name topics of its own.
 *
 * @param name 1 to 40 lower-case letters, digits and hyphens, the first a letter; also the folder of the topic's packs
 */
public record Topic(String name) implements Comparable<Topic> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Which tier a rider holds, and for how long. */
    public static final Topic TIERING = new Topic("tiering");
    /** What follows from a reported violation: warning, points, deduction, recommended suspension. */
    public static final Topic VIOLATIONS = new Topic("violations");
    /** What a rider must be trained in, and which gates are open to him. */
    public static final Topic TRAINING = new Topic("training");
    /** What a rider has earned beyond his fares. */
    public static final Topic INCENTIVES = new Topic("incentives");
    /** Which cover, subsidy, allowance or perk a rider is granted. */
    public static final Topic WELFARE = new Topic("welfare");

    /** @throws InvalidValueException when the name does not have the form above */
    public Topic {
        if (!NAME.matcher(Require.present("Topic", "name", name)).matches()) {
            throw new InvalidValueException(
                    "Topic",
                    "name",
                    "\"" + name + "\"",
                    "1 to 40 lower-case letters, digits and hyphens, a letter first");
        }
    }

    /** By name. */
    @Override
    public int compareTo(Topic other) {
        return name.compareTo(other.name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
