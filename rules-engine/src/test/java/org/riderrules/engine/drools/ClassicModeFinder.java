package org.riderrules.engine.drools;

/** Lets tests look with another loader. */
public final class ClassicModeFinder {
    private ClassicModeFinder() {}

    /** Where the classic mode was found; null when it is not there. */
    public static String find(ClassLoader loader) {
        return ClassicMode.find(loader);
    }
}
