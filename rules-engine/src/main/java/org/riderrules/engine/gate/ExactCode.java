package org.riderrules.engine.gate;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the arithmetic of rules exact or an error. Java's whole numbers overflow in silence, which in a decision about
 * money is the worst that can happen; its decimals grow without bound. Applied to classes that have passed the gate.
 */
public final class ExactCode {
    private static final String MATH = "java/lang/Math";
    private static final String DECIMAL = "java/math/BigDecimal";
    private static final String DECIMALS = "org/riderrules/engine/gate/Decimals";
    private static final Map<Integer, String[]> WHOLE = Map.of(
            Opcodes.IADD, new String[] {"addExact", "(II)I"},
            Opcodes.ISUB, new String[] {"subtractExact", "(II)I"},
            Opcodes.IMUL, new String[] {"multiplyExact", "(II)I"},
            Opcodes.INEG, new String[] {"negateExact", "(I)I"},
            Opcodes.LADD, new String[] {"addExact", "(JJ)J"},
            Opcodes.LSUB, new String[] {"subtractExact", "(JJ)J"},
            Opcodes.LMUL, new String[] {"multiplyExact", "(JJ)J"},
            Opcodes.LNEG, new String[] {"negateExact", "(J)J"},
            Opcodes.L2I, new String[] {"toIntExact", "(J)I"});
    private static final Set<String> BOUNDED =
            Set.of("add", "subtract", "multiply", "divide", "setScale", "compareTo", "toPlainString");

    private ExactCode() {}

    /** The same class with exact arithmetic; the same array where there is nothing to change. */
    public static byte[] rewrite(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        boolean[] changed = {false};
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Exact(super.visitMethod(access, name, descriptor, signature, exceptions), changed);
                    }
                },
                0);
        return changed[0] ? writer.toByteArray() : bytes;
    }

    private static final class Exact extends MethodVisitor {
        private final boolean[] changed;

        Exact(MethodVisitor next, boolean[] changed) {
            super(Opcodes.ASM9, next);
            this.changed = changed;
        }

        @Override
        public void visitInsn(int opcode) {
            String[] exact = WHOLE.get(opcode);
            if (exact == null) {
                super.visitInsn(opcode);
            } else {
                call(MATH, exact[0], exact[1]);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals(DECIMAL) && BOUNDED.contains(name)) {
                call(DECIMALS, name, "(L" + DECIMAL + ";" + descriptor.substring(1));
            } else if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals("java/lang/Long") && name.equals("intValue")) {
                super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "longValue", "()J", false);
                call(MATH, "toIntExact", "(J)I");
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        private void call(String owner, String name, String descriptor) {
            changed[0] = true;
            super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        }
    }
}
