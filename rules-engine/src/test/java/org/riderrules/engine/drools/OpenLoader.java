package org.riderrules.engine.drools;

import java.util.Map;
import java.util.TreeMap;

/** The loader that Drools would use: everything of the host resolves. */
final class OpenLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    OpenLoader(String name, ClassLoader host, Map<String, byte[]> classes) {
        super(name, host);
        this.classes = new TreeMap<>(classes);
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
