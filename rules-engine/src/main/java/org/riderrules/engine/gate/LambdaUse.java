package org.riderrules.engine.gate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The way back from the class of an expression to the rule it stands in and to its text. */
public final class LambdaUse {
    private LambdaUse() {}

    /** Class of an expression to the first class of a rule that uses it, with dots. */
    public static Map<String, String> rules(SortedMap<String, byte[]> classes) {
        Map<String, String> rules = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            if (name.contains("_rule_")) {
                visit(bytes, null, owner -> rules.putIfAbsent(owner.replace('/', '.'), name), text -> {});
            }
        });
        return rules;
    }

    /** The text of a condition as Drools keeps it; null when the class keeps none. */
    public static @Nullable String condition(byte[] bytes) {
        String[] found = new String[1];
        visit(bytes, "predicateInformation", owner -> {}, text -> found[0] = found[0] == null ? text : found[0]);
        return found[0];
    }

    private static void visit(
            byte[] bytes,
            @Nullable String method,
            java.util.function.Consumer<String> constants,
            java.util.function.Consumer<String> texts) {
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return method != null && !method.equals(name)
                                        ? null
                                        : new MethodVisitor(Opcodes.ASM9) {
                                            @Override
                                            public void visitFieldInsn(
                                                    int opcode, String owner, String field, String type) {
                                                constants.accept(owner);
                                            }

                                            @Override
                                            public void visitLdcInsn(Object value) {
                                                if (value instanceof String text) {
                                                    texts.accept(text);
                                                }
                                            }
                                        };
                            }
                        },
                        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
}
