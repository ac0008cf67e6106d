package org.riderrules.engine.architecture;

import java.util.List;
import tools.jackson.core.JsonParser;

/** Public on purpose, so that the rules about what a host sees have something to notice. */
public final class Visible {
    private Visible() {}

    /** Names Jackson deep in a signature. */
    public static class ShowsJackson {
        /** Nothing. */
        public List<List<JsonParser>> parsers() {
            return List.of();
        }
    }

    /** Names Jackson in an array. */
    public static class ShowsJacksonInAField {
        /** Nothing. */
        public JsonParser[] parsers = {};
    }

    /** Is itself of Jackson. */
    public abstract static class IsJackson extends JsonParser {}
}
