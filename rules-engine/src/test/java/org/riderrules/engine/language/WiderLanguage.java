package org.riderrules.engine.language;

/** The language with a class of a test in it, so that it is not that class for which an attack is refused. */
public final class WiderLanguage {
    private WiderLanguage() {}

    /** The language of packs with static methods over any object of this class. */
    public static Language with(Class<?> type, String... methods) {
        ListedType.Builder listed = ListedType.of(type, ListedType.Group.FUNCTIONS);
        for (String method : methods) {
            listed.staticMethod(method, Object.class);
        }
        return Language.standard().with(listed.end());
    }
}
