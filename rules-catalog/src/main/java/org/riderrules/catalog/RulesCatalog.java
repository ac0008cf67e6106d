package org.riderrules.catalog;

import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;

/** Finds the rule packs that come with this library. Thread-safe; holds no state. */
public final class RulesCatalog {
    private static final String FOLDER = "packs";

    private RulesCatalog() {}

    /**
     * Every version of every shipped pack, from the class path this class was loaded from; load it with {@code
     * Trust.builtIn()}. To decide by packs of your own, take a directory or a jar of them instead: {@link PackSources}.
     */
    public static PackSource standard() {
        return PackSources.builtIn(RulesCatalog.class, FOLDER);
    }
}
