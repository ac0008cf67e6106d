package org.riderrules.engine.gate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.riderrules.engine.language.Language;

/** Looks at one class: its shape, and every method of it. */
final class ClassInspection extends ClassVisitor {
    private static final int NO_CLASS = Opcodes.ACC_INTERFACE
            | Opcodes.ACC_ABSTRACT
            | Opcodes.ACC_ANNOTATION
            | Opcodes.ACC_MODULE
            | Opcodes.ACC_RECORD;
    private static final int NO_METHOD =
            Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_STRICT;

    private final Language language;
    private final OwnClasses own;
    private final GeneratedKind kind;
    private final Findings findings;
    private String internalName = "";

    ClassInspection(Language language, OwnClasses own, GeneratedKind kind, String className, List<Refusal> refusals) {
        super(Opcodes.ASM9);
        this.language = language;
        this.own = own;
        this.kind = kind;
        this.findings = new Findings(language, className, refusals);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        internalName = name;
        if ((access & NO_CLASS) != 0 || version >>> 16 != 0) {
            findings.construct("a class that is no plain class", "declare types with fields only");
        }
        if (!Shape.superType(kind).equals(superName)) {
            findings.construct(
                    "a type that extends " + Findings.readable(String.valueOf(superName)),
                    "declare its fields; types stand alone");
        }
        if (!Shape.interfacesFit(kind, interfaces == null ? List.of() : Arrays.asList(interfaces))) {
            findings.construct("a type with interfaces", "declare its fields; types stand alone");
        }
    }

    private void foreign(String what) {
        findings.construct(what, "write only what docs/language.md shows");
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
        foreign("a class within a method");
    }

    @Override
    public void visitNestHost(String host) {
        if (kind != GeneratedKind.METADATA_OF_TYPE || own.kind(host) != GeneratedKind.METADATA) {
            foreign("a class within a class");
        }
    }

    @Override
    public void visitNestMember(String member) {
        if (kind != GeneratedKind.METADATA || own.kind(member) != GeneratedKind.METADATA_OF_TYPE) {
            foreign("a class within a class");
        }
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        foreign("a sealed class");
    }

    @Override
    public @Nullable RecordComponentVisitor visitRecordComponent(
            String name, String descriptor, @Nullable String signature) {
        foreign("a record");
        return null;
    }

    @Override
    public @Nullable ModuleVisitor visitModule(String name, int access, @Nullable String version) {
        foreign("a module");
        return null;
    }

    @Override
    public void visitAttribute(Attribute attribute) {
        foreign("an attribute " + attribute.type);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!Shape.annotationFits(kind, descriptor)) {
            findings.construct("the annotation " + Findings.readable(descriptor), "leave it out");
        }
        return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
            int reference, @Nullable TypePath path, String descriptor, boolean visible) {
        findings.construct("the annotation " + Findings.readable(descriptor), "leave it out");
        return null;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (!Shape.fieldFits(kind, internalName, access, name, descriptor)) {
            findings.construct("a field " + name + " that is kept between decisions", "insert what you conclude", name);
        }
        types("").mention(Type.getType(descriptor), name);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                String type = Type.getType(annotation).getInternalName();
                if (kind != GeneratedKind.DECLARED
                        || !type.equals("org/kie/api/definition/type/Key")
                                && !type.equals("org/kie/api/definition/type/Position")) {
                    findings.construct("the annotation " + Findings.readable(type), "only @key is allowed", name);
                }
                return null;
            }
        };
    }

    private TypeCheck types(String method) {
        return new TypeCheck(language, own, kind, internalName, method, findings);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        findings.in(name);
        if ((access & NO_METHOD) != 0) {
            findings.construct("a method that locks or leaves Java", "rules need no methods");
        }
        if (!Shape.methodFits(kind, access, name)) {
            findings.construct(
                    name.equals("<clinit>") ? "code that runs when a class is loaded" : "a method " + name,
                    "rules and declarations have no code of their own",
                    name);
        }
        boolean bridge = (access & Opcodes.ACC_BRIDGE) != 0;
        TypeCheck types = types(name);
        types.mention(Type.getType(descriptor), name);
        if (exceptions != null) {
            for (String thrown : exceptions) {
                types.mention(Type.getObjectType(thrown), name);
            }
        }
        return new MethodInspection(language, own, kind, internalName, name, bridge, types, findings);
    }
}
