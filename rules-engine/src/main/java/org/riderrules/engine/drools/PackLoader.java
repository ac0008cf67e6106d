package org.riderrules.engine.drools;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.riderrules.engine.gate.ExactCode;
import org.riderrules.engine.gate.Linkable;
import org.riderrules.engine.language.Language;

/**
 * The loader of one compiled pack version. It has no parent: its classes resolve each other and the names on the lists,
 * and nothing else. The only place that decides what compiled rules can link to.
 */
final class PackLoader extends ClassLoader {
    private static final Set<String> LINKABLE = Linkable.names(Language.standard());

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader listed;
    private final Map<String, byte[]> classes;

    private PackLoader(String packLabel, ClassLoader listed, Map<String, byte[]> classes) {
        super("pack " + packLabel, null);
        this.listed = listed;
        this.classes = new TreeMap<>(classes);
    }

    /**
     * A loader for classes that have passed the gate.
     *
     * @param listed resolves the names on the lists
     */
    static ClassLoader create(String packLabel, ClassLoader listed, Map<String, byte[]> classes) {
        return new PackLoader(packLabel, listed, classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = classes.get(name);
            if (bytes != null) {
                byte[] exact = ExactCode.rewrite(bytes);
                return defineClass(name, exact, 0, exact.length);
            }
            if (LINKABLE.contains(name)) {
                return listed.loadClass(name);
            }
            throw new ClassNotFoundException(name + " is not on the lists of what a pack can use");
        }
    }
}
