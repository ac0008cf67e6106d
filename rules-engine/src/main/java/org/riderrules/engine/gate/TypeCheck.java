package org.riderrules.engine.gate;

import org.objectweb.asm.Type;
import org.riderrules.engine.language.Language;

/** Which types a method may mention. */
final class TypeCheck {
    private final Language language;
    private final OwnClasses own;
    private final GeneratedKind kind;
    private final String self;
    private final boolean expression;
    private final Findings findings;

    TypeCheck(Language language, OwnClasses own, GeneratedKind kind, String self, String method, Findings findings) {
        this.language = language;
        this.own = own;
        this.kind = kind;
        this.self = self;
        this.expression = kind.isLambda() && method.equals(Shape.expression(kind));
        this.findings = findings;
    }

    /** Refuses a type that may not be mentioned; of an array its elements, of a method all its types. */
    void mention(Type type, String where) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                for (Type parameter : type.getArgumentTypes()) {
                    mention(parameter, where);
                }
                mention(type.getReturnType(), where);
            }
            case Type.ARRAY -> {
                if (type.getDimensions() > 1) {
                    findings.construct("an array of arrays", "insert one conclusion for each value", where);
                }
                mention(type.getElementType(), where);
            }
            case Type.OBJECT -> {
                if (!allowed(type.getInternalName())) {
                    findings.type(type);
                }
            }
            case Type.FLOAT, Type.DOUBLE ->
                findings.construct("a floating-point number", "write 0.5B for a decimal, or use Rate", where);
            case Type.BYTE, Type.CHAR, Type.SHORT ->
                findings.construct("the type " + type.getClassName(), "use int, long or String", where);
            default -> {
                // boolean, int, long, and nothing.
            }
        }
    }

    private boolean allowed(String name) {
        GeneratedKind other = own.kind(name);
        if (other != null) {
            return name.equals(self) || reaches(other);
        }
        return language.type(name) != null
                || Shape.support(kind).hasType(name)
                || kind.isLambda() && SupportList.functions().contains(name)
                || kind == GeneratedKind.RULE
                        && (SupportList.functions().contains(name)
                                || SupportList.consequences().contains(name))
                || expression && SupportList.EXPRESSION.hasType(name)
                || kind == GeneratedKind.CONSEQUENCE && name.equals("org/drools/model/Drools");
    }

    /** Which other classes of the pack a class of this kind knows. */
    private boolean reaches(GeneratedKind other) {
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE, METADATA_OF_TYPE -> other == GeneratedKind.DECLARED;
            case MODEL -> other == GeneratedKind.DECLARED || other == GeneratedKind.RULE;
            case METADATA -> other == GeneratedKind.METADATA_OF_TYPE;
            case RULE -> other == GeneratedKind.DECLARED || other == GeneratedKind.METADATA || other.isLambda();
            case DECLARED -> false;
        };
    }
}
