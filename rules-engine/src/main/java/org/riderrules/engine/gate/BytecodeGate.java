package org.riderrules.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.objectweb.asm.ClassReader;
import org.riderrules.engine.language.Language;

/**
 * Gate 2. Looks at every generated class before any of them is loaded: every type, member, handle, constant and array
 * that it names must be on a list, and it must be built as the generator builds classes of its kind. Immutable and
 * thread-safe.
 */
public final class BytecodeGate {
    private final Language language;

    /** @param language what expressions of authors may use */
    public BytecodeGate(Language language) {
        this.language = language;
    }

    /**
     * Checks the classes of a pack.
     *
     * @param names the names the pack gives
     * @param classes name, with dots, to bytes
     * @return what is not allowed, by class and place; empty when nothing is
     */
    public List<Refusal> check(PackNames names, SortedMap<String, byte[]> classes) {
        List<Refusal> refusals = new ArrayList<>();
        OwnClasses own = new OwnClasses(names);
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            try {
                own.add(new ClassReader(entry.getValue()));
            } catch (RuntimeException e) {
                refusals.add(damaged(entry.getKey()));
            }
        }
        if (refusals.isEmpty()) {
            classes.forEach((name, bytes) -> check(name, bytes, own, refusals));
        }
        return refusals;
    }

    private void check(String name, byte[] bytes, OwnClasses own, List<Refusal> refusals) {
        ClassReader reader = new ClassReader(bytes);
        GeneratedKind kind = own.kind(reader.getClassName());
        if (kind == null || !reader.getClassName().equals(name.replace('.', '/'))) {
            refusals.add(new Refusal(
                    name,
                    "",
                    "the pack makes a class " + reader.getClassName().replace('/', '.'),
                    "declare types with plain names in the package of the pack",
                    List.of(name.substring(name.lastIndexOf('.') + 1))));
            return;
        }
        try {
            reader.accept(new ClassInspection(language, own, kind, name, refusals), ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) {
            // Bytes that break the reader are no class of the compiler's.
            refusals.add(damaged(name));
        }
    }

    private static Refusal damaged(String name) {
        return new Refusal(name, "", "the class " + name + " cannot be read", "compile the pack again", List.of());
    }
}
