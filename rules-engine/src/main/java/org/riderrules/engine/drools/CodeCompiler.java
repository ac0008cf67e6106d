package org.riderrules.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.compiler.JavaDialectConfiguration;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.jspecify.annotations.Nullable;
import org.kie.memorycompiler.CompilationResult;
import org.kie.memorycompiler.JavaCompiler;

/** Step 3: Java sources to bytes, in memory. */
final class CodeCompiler {
    private static final String ROOT = "src/main/java/";

    /** Whatever the JDK or a system property offers: the gate knows the classes that ecj makes. */
    static final JavaCompiler COMPILER = JavaDialectConfiguration.createEclipseCompiler();

    private CodeCompiler() {}

    /** Name to bytes of all classes of a pack; null when the compiler found errors, which are told. */
    static @Nullable SortedMap<String, byte[]> compile(
            GeneratedCode code, GeneratingLoader loader, DroolsErrors errors) {
        MemoryFileSystem in = new MemoryFileSystem();
        MemoryFileSystem out = new MemoryFileSystem();
        code.sources().forEach((path, text) -> in.write(ROOT + path, text.getBytes(StandardCharsets.UTF_8)));
        String[] units = code.sources().keySet().stream().map(ROOT::concat).toArray(String[]::new);
        CompilationResult result = COMPILER.compile(units, in, out, loader);
        if (result.getErrors().length > 0) {
            errors.tell(Arrays.asList(result.getErrors()), code.sources());
            return null;
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        out.getMap().forEach((path, bytes) -> classes.put(path.asClassName(), bytes));
        classes.putAll(code.declaredClasses());
        return classes;
    }
}
