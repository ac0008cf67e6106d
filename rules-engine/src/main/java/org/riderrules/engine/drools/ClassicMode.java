package org.riderrules.engine.drools;

import java.net.URL;
import java.util.List;
import org.drools.base.util.Drools;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.UnsafeClasspathException;

/**
 * The classic mode of Drools. Where it is on the class path, Drools evaluates the annotations of rules with MVEL while
 * it reads them, before either gate has seen anything. Where packs are trusted by definition it gives a second opinion.
 */
public final class ClassicMode {
    /** Looked for by what they contain, so that a renamed or a merged jar is found, too. */
    private static final List<String> CLASSES =
            List.of("org/drools/mvel/MVELConstraintBuilder.class", "org/mvel2/MVEL.class");

    private ClassicMode() {}

    /**
     * Refuses to go on beside the classic mode.
     *
     * @throws UnsafeClasspathException when it is on the class path
     */
    public static void refuse() {
        String found = find(ClassicMode.class.getClassLoader());
        if (found != null) {
            throw new UnsafeClasspathException(
                    "the classic mode of Drools (" + found + ")",
                    "with it, code in the annotations of a rule runs before any check can look at it",
                    "remove org.drools:drools-mvel and org.mvel:mvel2 (mvn dependency:tree shows what brings them), or"
                            + " set strict(false) if every pack is written by those who run this engine");
        }
    }

    /** Where it was found; null when it is not there. */
    static @Nullable String find(ClassLoader loader) {
        for (String name : CLASSES) {
            URL place = loader.getResource(name);
            if (place != null) {
                return place.toString();
            }
        }
        return Drools.hasMvel() ? "Drools says so" : null;
    }
}
