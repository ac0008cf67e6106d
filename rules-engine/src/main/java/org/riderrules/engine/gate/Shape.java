package org.riderrules.engine.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** What a class of each kind is made of: super type, interfaces, fields and methods. There is nothing else in it. */
final class Shape {
    static final String OBJECT = "java/lang/Object";
    static final String ENUM = "java/lang/Enum";

    private static final Pattern ACCESSOR = Pattern.compile("(get|is|set)[A-Za-z]\\w*");
    private static final Set<String> OF_FACTS =
            Set.of("<init>", "getValue", "setValue", "equals", "hashCode", "toString");
    private static final Set<String> OF_LAMBDAS =
            Set.of("<init>", "<clinit>", "values", "valueOf", "getExpressionHash", "predicateInformation");
    private static final Set<String> OF_MODELS = Set.of(
            "<init>",
            "<clinit>",
            "getName",
            "getGlobals",
            "getTypeMetaDatas",
            "getRules",
            "getRulesList",
            "getQueries",
            "getEntryPoints");
    private static final Set<String> OF_METADATA =
            Set.of("<init>", "getDomainClass", "getPropertiesSize", "getPropertyIndex");
    private static final int FINAL_STATIC = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    private Shape() {}

    static String superType(GeneratedKind kind) {
        return kind.isLambda() ? ENUM : OBJECT;
    }

    static boolean interfacesFit(GeneratedKind kind, List<String> interfaces) {
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE ->
                interfaces.size() == 2
                        && SupportList.functions().contains(interfaces.get(0))
                        && interfaces.get(1).equals("org/drools/model/functions/HashedExpression");
            case MODEL -> interfaces.equals(List.of("org/drools/model/Model"));
            case METADATA_OF_TYPE -> interfaces.equals(List.of("org/drools/model/DomainClassMetadata"));
            case DECLARED ->
                interfaces.stream()
                        .allMatch(Set.of(
                                "java/io/Serializable",
                                "org/drools/base/factmodel/GeneratedFact",
                                "org/drools/base/factmodel/AccessibleFact")::contains);
            case RULE, METADATA -> interfaces.isEmpty();
        };
    }

    static boolean annotationFits(GeneratedKind kind, String descriptor) {
        return kind.isLambda() && descriptor.equals("Lorg/drools/compiler/kie/builder/MaterializedLambda;");
    }

    static boolean fieldFits(GeneratedKind kind, String own, int access, String name, String descriptor) {
        boolean constant = (access & FINAL_STATIC) == FINAL_STATIC;
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE ->
                constant
                        && (name.equals("INSTANCE") && descriptor.equals("L" + own + ";")
                                || name.equals("EXPRESSION_HASH") && descriptor.equals("Ljava/lang/String;")
                                || name.equals("ENUM$VALUES") && descriptor.equals("[L" + own + ";")
                                || name.equals("$VALUES") && descriptor.equals("[L" + own + ";"));
            case MODEL ->
                name.equals("DATE_TIME_FORMATTER")
                        ? constant && descriptor.equals("Ljava/time/format/DateTimeFormatter;")
                        : !isStatic
                                && Set.of("globals", "typeMetaDatas", "rules").contains(name)
                                && descriptor.equals("Ljava/util/List;");
            case METADATA ->
                constant
                        && name.endsWith("_Metadata_INSTANCE")
                        && descriptor.equals("Lorg/drools/model/DomainClassMetadata;");
            case DECLARED -> !isStatic;
            case RULE, METADATA_OF_TYPE -> false;
        };
    }

    static boolean methodFits(GeneratedKind kind, int access, String name) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE ->
                OF_LAMBDAS.contains(name) || !isStatic && name.equals(expression(kind));
            case MODEL -> OF_MODELS.contains(name);
            case METADATA -> name.equals("<init>") || name.equals("<clinit>");
            case METADATA_OF_TYPE -> !isStatic && OF_METADATA.contains(name);
            case RULE -> isStatic ? name.startsWith("rule_") : name.equals("<init>");
            case DECLARED ->
                !isStatic && (OF_FACTS.contains(name) || ACCESSOR.matcher(name).matches());
        };
    }

    /** The method that holds the author's expression. */
    static String expression(GeneratedKind kind) {
        return switch (kind) {
            case PREDICATE -> "test";
            case EXTRACTOR -> "apply";
            case CONSEQUENCE -> "execute";
            default -> "";
        };
    }

    /** The support of all that is not an expression of the author. */
    static SupportList support(GeneratedKind kind) {
        return switch (kind) {
            case PREDICATE, EXTRACTOR, CONSEQUENCE -> SupportList.LAMBDA;
            case MODEL -> SupportList.MODEL;
            case METADATA, METADATA_OF_TYPE -> SupportList.METADATA;
            case RULE -> SupportList.RULE;
            case DECLARED -> SupportList.DECLARED;
        };
    }
}
