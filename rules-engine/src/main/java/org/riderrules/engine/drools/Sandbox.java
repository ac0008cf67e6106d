package org.riderrules.engine.drools;

import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What stands between a pack and the host.
 *
 * @param gate looks at the bytes of every class before it is loaded
 * @param view what generated code is compiled against, seen from the loader of the engine
 * @param loading makes the loader of classes that have passed the gate
 */
record Sandbox(ClassGate gate, UnaryOperator<ClassLoader> view, Loading loading) {
    /** The one that the engine uses. */
    static final Sandbox STANDARD = new Sandbox(new BytecodeCheck(), GeneratorView::new, PackLoader::create);

    /** Makes the loader of one pack version. */
    @FunctionalInterface
    interface Loading {

        /**
         * A loader for these classes.
         *
         * @param packLabel pack and version
         * @param engine the loader of the engine
         * @param classes name, with dots, to bytes
         */
        ClassLoader loader(String packLabel, ClassLoader engine, SortedMap<String, byte[]> classes);
    }
}
