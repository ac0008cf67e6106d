package org.riderrules.engine.drools;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What generated code is compiled against: Java, Drools and our own types. A class of the host does not exist here, so
 * that no rule can as much as name one, and Drools cannot initialise it while it looks at the rule.
 */
final class GeneratorView extends ClassLoader {
    private static final List<String> PACKAGES = List.of(
            "java.", "org.drools.", "org.kie.", "org.riderrules.api.", "org.riderrules.engine.drools.accumulate.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader engine;

    GeneratorView(ClassLoader engine) {
        super("generator", null);
        this.engine = engine;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (PACKAGES.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name + " does not exist for rules");
        }
        return engine.loadClass(name);
    }

    private static boolean visible(String resource) {
        String name = resource.replace('/', '.');
        return !name.endsWith(".class") || PACKAGES.stream().anyMatch(name::startsWith);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return visible(name) ? engine.getResource(name) : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return visible(name) ? engine.getResources(name) : Collections.emptyEnumeration();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return visible(name) ? engine.getResourceAsStream(name) : null;
    }
}
