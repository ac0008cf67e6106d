package org.riderrules.engine.drools;

import java.io.InputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.wiring.dynamic.DynamicProjectClassLoader;

/**
 * The loader that is used while code is generated and compiled, and dropped then. Declared types reach it one by one,
 * before Drools initialises them; the gate sees each first.
 */
final class GeneratingLoader extends DynamicProjectClassLoader {
    private final ParsedPack pack;
    private final ClassGate gate;
    private final Problems problems;
    private final BuildWatch watch;
    private final SortedMap<String, byte[]> declared = new TreeMap<>();

    GeneratingLoader(ParsedPack pack, ClassLoader parent, ClassGate gate, Problems problems, BuildWatch watch) {
        super(parent, null);
        this.pack = pack;
        this.gate = gate;
        this.problems = problems;
        this.watch = watch;
    }

    /** Thrown through Drools to stop it before it initialises a refused class. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        watch.check();
        return super.loadClass(name, resolve);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        watch.check();
        return super.getResourceAsStream(name);
    }

    @Override
    public void storeClass(String name, byte[] bytes) {
        Problems refused = new Problems();
        gate.check(pack, new TreeMap<>(Map.of(name, bytes)), refused);
        if (!refused.none()) {
            refused.sorted().forEach(problems::add);
            throw new Refused();
        }
        declared.put(name, bytes);
        super.storeClass(name, bytes);
    }

    /** The classes of the declared types, by name. */
    SortedMap<String, byte[]> declared() {
        return declared;
    }
}
