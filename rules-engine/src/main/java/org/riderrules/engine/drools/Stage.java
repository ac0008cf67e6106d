package org.riderrules.engine.drools;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stages of a pack, in the order they run; a stage is a file's agenda group. */
public enum Stage {
    /** From facts to conclusions. */
    DERIVE,
    /** From conclusions to findings. */
    QUALIFY,
    /** From findings to outcomes. */
    DECIDE;

    /** The name of the stage as authors write it, which is also the name of the agenda group. */
    public String agendaGroup() {
        return switch (this) {
            case DERIVE -> "derive";
            case QUALIFY -> "qualify";
            case DECIDE -> "decide";
        };
    }

    /** The stage of an agenda group; null when there is none of that name. */
    static @Nullable Stage of(String agendaGroup) {
        return Arrays.stream(values())
                .filter(stage -> stage.agendaGroup().equals(agendaGroup))
                .findFirst()
                .orElse(null);
    }

    /** All stages as an author writes them, for messages. */
    static String spelled() {
        return Arrays.stream(values())
                .map(stage -> "\"" + stage.agendaGroup() + "\"")
                .collect(Collectors.joining(", "));
    }
}
