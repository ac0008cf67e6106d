package org.riderrules.engine.trust;

import java.util.Locale;

/** In which role somebody signs a version of a pack. */
public enum Role {
    /** Wrote the version, and stands for it. */
    AUTHOR,
    /** Has read what the author signed, and agrees that it comes into force. */
    APPROVER;

    /** {@code author} or {@code approver}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
