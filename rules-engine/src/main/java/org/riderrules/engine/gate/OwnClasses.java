package org.riderrules.engine.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The classes of a pack and what each declares itself; what a class inherits is not its own. */
final class OwnClasses {
    private final PackNames names;
    private final Map<String, Set<String>> members = new HashMap<>();

    OwnClasses(PackNames names) {
        this.names = names;
    }

    /** Reads what a class declares. */
    void add(ClassReader reader) {
        Set<String> declared = new HashSet<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        declared.add(name + descriptor);
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        declared.add(name + " " + descriptor);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        members.put(reader.getClassName(), declared);
    }

    /** What kind of class of the pack this is; null for any other class. */
    @Nullable
    GeneratedKind kind(String internalName) {
        return GeneratedKind.of(names, internalName);
    }

    /** Whether a class of the pack declares the method itself. */
    boolean hasMethod(String owner, String name, String descriptor) {
        return members.getOrDefault(owner, Set.of()).contains(name + descriptor);
    }

    /** Whether a class of the pack declares the field itself. */
    boolean hasField(String owner, String name, String descriptor) {
        return members.getOrDefault(owner, Set.of()).contains(name + " " + descriptor);
    }
}
