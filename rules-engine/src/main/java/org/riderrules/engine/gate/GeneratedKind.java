package org.riderrules.engine.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Drools generates from a pack; a class of any other name is refused. */
enum GeneratedKind {
    /** A type that the pack declares. */
    DECLARED,
    /** Lists the rules and the declared types. */
    MODEL,
    /** Builds one rule. */
    RULE,
    /** Lists the properties of all types. */
    METADATA,
    /** Lists the properties of one type. */
    METADATA_OF_TYPE,
    /** A condition. */
    PREDICATE,
    /** The value of a binding or of an index. */
    EXTRACTOR,
    /** A right-hand side. */
    CONSEQUENCE;

    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern RULES = Pattern.compile("Rules[0-9a-f]{32}");
    private static final Pattern RULE_CLASS = Pattern.compile("Rules[0-9a-f]{32}_rule_\\w+");
    private static final Pattern METADATA_CLASS = Pattern.compile("DomainClassesMetadata[0-9a-f]{32}");
    private static final Pattern METADATA_ENTRY = Pattern.compile("DomainClassesMetadata[0-9a-f]{32}\\$\\w+_Metadata");
    private static final Pattern LAMBDA =
            Pattern.compile("P[0-9A-F]{2}/Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32}");

    /** The kind of a class by its name in bytecode; null when the pack cannot have such a class. */
    static @Nullable GeneratedKind of(PackNames names, String internalName) {
        String folder = names.packageName() + "/";
        // A package of another, such as one of Drools, would make a class look like one of its own.
        if (!PACKAGE.matcher(names.packageName()).matches() || !internalName.startsWith(folder)) {
            return null;
        }
        String name = internalName.substring(folder.length());
        if (names.declaredTypes().contains(name)) {
            return DECLARED;
        }
        Matcher lambda = LAMBDA.matcher(name);
        if (lambda.matches()) {
            return switch (lambda.group(1)) {
                case "Predicate" -> PREDICATE;
                case "Extractor" -> EXTRACTOR;
                default -> CONSEQUENCE;
            };
        }
        if (RULES.matcher(name).matches()) {
            return MODEL;
        }
        if (RULE_CLASS.matcher(name).matches()) {
            return RULE;
        }
        if (METADATA_CLASS.matcher(name).matches()) {
            return METADATA;
        }
        return METADATA_ENTRY.matcher(name).matches() ? METADATA_OF_TYPE : null;
    }

    /** Whether this holds an expression of the author. */
    boolean isLambda() {
        return this == PREDICATE || this == EXTRACTOR || this == CONSEQUENCE;
    }
}
