package org.riderrules.engine.drools;

import java.util.Map;
import java.util.TreeMap;

/** The loader of one compiled pack version. The only place that decides what compiled rules can link to. */
final class PackLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    private PackLoader(String packLabel, ClassLoader parent, Map<String, byte[]> classes) {
        super("pack " + packLabel, parent);
        this.classes = new TreeMap<>(classes);
    }

    /** A loader for these classes; everything else resolves through {@code parent}. */
    static ClassLoader create(String packLabel, ClassLoader parent, Map<String, byte[]> classes) {
        return new PackLoader(packLabel, parent, classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
