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
    /**
     * Whoever calls a pack's class by reflection more than fifteen times makes the JDK (before 18) generate an accessor
     * below this loader. Gate 2 knows none of these names, so no code of a pack can use them.
     */
    private static final Set<String> OF_REFLECTION = Set.of(
            "jdk.internal.reflect.MagicAccessorImpl",
            "jdk.internal.reflect.ConstructorAccessorImpl",
            "jdk.internal.reflect.MethodAccessorImpl",
            "jdk.internal.reflect.SerializationConstructorAccessorImpl",
            "java.lang.ClassCastException",
            "java.lang.IllegalArgumentException",
            "java.lang.NullPointerException",
            "java.lang.Throwable",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.reflect.InvocationTargetException");

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
            if (OF_REFLECTION.contains(name)) {
                return ClassLoader.getPlatformClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name + " is not on the lists of what a pack can use");
        }
    }
}
