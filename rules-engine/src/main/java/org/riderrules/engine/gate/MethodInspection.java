package org.riderrules.engine.gate;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;

/** Looks at every instruction of a method. */
final class MethodInspection extends MethodVisitor {
    private static final String CONCAT = "java/lang/invoke/StringConcatFactory";
    private static final String CONCAT_DESCRIPTOR = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";
    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";
    private static final String LAMBDA_DESCRIPTOR = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
            + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
            + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";
    private static final Set<String> COMPARING = Set.of("equals", "hashCode", "toString");

    private final Language language;
    private final OwnClasses own;
    private final GeneratedKind kind;
    private final String self;
    private final String method;
    private final boolean bridge;
    private final boolean expression;
    private final TypeCheck types;
    private final Findings findings;
    private final Set<Label> passed = new HashSet<>();

    MethodInspection(
            Language language,
            OwnClasses own,
            GeneratedKind kind,
            String self,
            String method,
            boolean bridge,
            TypeCheck types,
            Findings findings) {
        super(Opcodes.ASM9);
        this.language = language;
        this.own = own;
        this.kind = kind;
        this.self = self;
        this.method = method;
        this.bridge = bridge;
        this.expression = !bridge && kind.isLambda() && method.equals(Shape.expression(kind));
        this.types = types;
        this.findings = findings;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        types.mention(Type.getMethodType(descriptor), name);
        if (owner.startsWith("[") || !callable(opcode, owner, name, descriptor)) {
            findings.member(owner, name, descriptor);
        }
    }

    private boolean callable(int opcode, String owner, String name, String descriptor) {
        GeneratedKind other = own.kind(owner);
        if (other != null) {
            return own.hasMethod(owner, name, descriptor) && ownCallable(owner.equals(self), other, name, descriptor);
        }
        boolean made = name.equals("<init>");
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        if (expression) {
            ListedMember.Kind member = made
                    ? ListedMember.Kind.CONSTRUCTOR
                    : isStatic ? ListedMember.Kind.STATIC_METHOD : ListedMember.Kind.METHOD;
            boolean inserted = !made || kind == GeneratedKind.CONSEQUENCE;
            return inserted && language.lists(member, owner, name, descriptor)
                    || SupportList.EXPRESSION.hasMember(owner, name, descriptor)
                    || kind == GeneratedKind.CONSEQUENCE && SupportList.INSERT.hasMember(owner, name, descriptor);
        }
        // The value of an index is an expression without facts: a constant, or made from constants.
        return kind == GeneratedKind.RULE
                        && (isStatic && language.lists(ListedMember.Kind.STATIC_METHOD, owner, name, descriptor)
                                || SupportList.consequences().contains(owner) && name.equals("execute"))
                || kind == GeneratedKind.DECLARED && comparesFields(owner, name, descriptor)
                || Shape.support(kind).hasMember(owner, name, descriptor);
    }

    private boolean ownCallable(boolean itself, GeneratedKind other, String name, String descriptor) {
        boolean made = name.equals("<init>");
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE ->
                itself
                        ? bridge && name.equals(method) || made && method.equals("<clinit>")
                        : expression
                                && other == GeneratedKind.DECLARED
                                && (made && kind == GeneratedKind.CONSEQUENCE
                                        || descriptor.startsWith("()") && name.matches("(get|is)[A-Za-z]\\w*"));
            case MODEL ->
                itself ? name.equals("getRulesList") : other == GeneratedKind.RULE && name.startsWith("rule_");
            case METADATA -> other == GeneratedKind.METADATA_OF_TYPE && made;
            case DECLARED -> itself && (made || name.matches("(get|is)[A-Za-z]\\w*"));
            case RULE, METADATA_OF_TYPE -> false;
        };
    }

    /** What a declared type does with the values of its fields. */
    private boolean comparesFields(String owner, String name, String descriptor) {
        boolean comparing = COMPARING.contains(method);
        return comparing
                && (owner.equals(Shape.OBJECT) && name.equals("getClass") && method.equals("equals")
                        || (language.type(owner) != null || owner.equals(Shape.OBJECT))
                                && (name + descriptor).matches("equals\\(Ljava/lang/Object;\\)Z|hashCode\\(\\)I"));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        types.mention(Type.getType(descriptor), name);
        if (!accessible(opcode, owner, name, descriptor)) {
            findings.member(owner, name, descriptor);
        }
    }

    private boolean accessible(int opcode, String owner, String name, String descriptor) {
        boolean writes = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
        GeneratedKind other = own.kind(owner);
        if (owner.equals(self)) {
            boolean initialises = opcode != Opcodes.PUTSTATIC || method.equals("<clinit>");
            boolean keeps = opcode != Opcodes.PUTFIELD || !kind.isLambda();
            return own.hasField(owner, name, descriptor) && initialises && keeps && !expression;
        }
        if (writes) {
            return false;
        }
        if (other != null) {
            boolean instance = other.isLambda() && name.equals("INSTANCE") || other == GeneratedKind.METADATA;
            return kind == GeneratedKind.RULE && instance && own.hasField(owner, name, descriptor);
        }
        return (expression || kind == GeneratedKind.RULE)
                        && language.lists(ListedMember.Kind.CONSTANT, owner, name, descriptor)
                || expression && SupportList.EXPRESSION.hasMember(owner, name, descriptor)
                || !expression && Shape.support(kind).hasMember(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        types.mention(Type.getMethodType(descriptor), name);
        boolean concat =
                (kind == GeneratedKind.DECLARED && method.equals("toString") || kind == GeneratedKind.METADATA_OF_TYPE)
                        && isBootstrap(bootstrap, CONCAT, "makeConcatWithConstants", CONCAT_DESCRIPTOR)
                        && arguments.length == 1
                        && arguments[0] instanceof String;
        if (!concat && !makesFunction(name, descriptor, bootstrap, arguments)) {
            findings.construct(
                    bootstrap.getOwner().equals(CONCAT) ? "joining texts with +" : "a lambda or a method reference",
                    "write conditions and values that docs/language.md shows",
                    "+",
                    "::",
                    "->");
        }
    }

    private static boolean isBootstrap(Handle handle, String owner, String name, String descriptor) {
        return handle.getTag() == Opcodes.H_INVOKESTATIC
                && handle.getOwner().equals(owner)
                && handle.getName().equals(name)
                && handle.getDesc().equals(descriptor);
    }

    /** Makes one of our accumulate functions when the session asks for it. */
    private boolean makesFunction(String name, String descriptor, Handle bootstrap, Object... arguments) {
        return kind == GeneratedKind.RULE
                && name.equals("get")
                && descriptor.equals("()Ljava/util/function/Supplier;")
                && isBootstrap(bootstrap, LAMBDA, "metafactory", LAMBDA_DESCRIPTOR)
                && arguments.length == 3
                && arguments[1] instanceof Handle made
                && made.getTag() == Opcodes.H_NEWINVOKESPECIAL
                && SupportList.ACCUMULATE.hasMember(made.getOwner(), made.getName(), made.getDesc());
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        types.mention(Type.getObjectType(type), "new");
        boolean array = opcode == Opcodes.ANEWARRAY;
        if (array && expression && !type.equals(Shape.OBJECT)) {
            findings.construct("an array", "list values with in (...)", "new");
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
            boolean named = kind == GeneratedKind.RULE
                    || kind == GeneratedKind.MODEL
                    || kind == GeneratedKind.METADATA_OF_TYPE
                    || kind.isLambda() && method.equals("valueOf");
            if (!named) {
                findings.construct("a class as a value", "compare the fields of facts", "class");
            }
            types.mention(type, "class");
        } else if (value instanceof Handle || value instanceof ConstantDynamic) {
            findings.construct("a computed constant", "write the value");
        } else if (value instanceof Float || value instanceof Double) {
            findings.construct("a floating-point number", "write 0.5B for a decimal, or use Rate");
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        findings.construct("an array of arrays", "insert one conclusion for each value", "new");
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            findings.construct("an array", "list values with in (...)", "new");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        switch (opcode) {
            case Opcodes.MONITORENTER, Opcodes.MONITOREXIT ->
                findings.construct("a lock", "leave it out", "synchronized");
            case Opcodes.ATHROW -> {
                if (kind != GeneratedKind.METADATA_OF_TYPE) {
                    findings.construct("throwing", "insert what you conclude", "throw");
                }
            }
            case Opcodes.FCONST_0,
                    Opcodes.FCONST_1,
                    Opcodes.FCONST_2,
                    Opcodes.DCONST_0,
                    Opcodes.DCONST_1,
                    Opcodes.I2F,
                    Opcodes.I2D,
                    Opcodes.L2F,
                    Opcodes.L2D ->
                findings.construct("a floating-point number", "write 0.5B for a decimal, or use Rate");
            case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM -> {
                if (expression) {
                    findings.construct(
                            "a division that drops the rest", "compare products, or call Math.floorDiv", "/", "%");
                }
            }
            default -> {
                // Moves values and computes with whole numbers.
            }
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        forward(label);
        if (opcode == Opcodes.JSR) {
            findings.construct("a subroutine", "write only what docs/language.md shows");
        }
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        visitLookupSwitchInsn(otherwise, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        forward(otherwise);
        for (Label label : labels) {
            forward(label);
        }
    }

    /** Code that only goes forward ends. */
    private void forward(Label label) {
        if (passed.contains(label)) {
            findings.construct("a loop", "rules have no loops; count and add with accumulate", "for", "while", "do");
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        findings.construct("catching errors", "leave it out; a rule that fails fails the decision", "catch", "try");
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        findings.construct("the annotation " + Findings.readable(descriptor), "leave it out");
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        findings.construct("the annotation " + Findings.readable(descriptor), "leave it out");
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        findings.construct("the annotation " + Findings.readable(descriptor), "leave it out");
        return null;
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        findings.construct("an attribute " + attribute.type, "write only what docs/language.md shows");
    }
}
