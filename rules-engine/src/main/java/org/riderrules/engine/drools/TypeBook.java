package org.riderrules.engine.drools;

import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;

/** The types a pack can name and their fields: the vocabulary, what the pack declares, and value types by name. */
final class TypeBook {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "int", int.class,
            "long", long.class,
            "boolean", boolean.class,
            "double", double.class,
            "float", float.class,
            "short", short.class,
            "byte", byte.class,
            "char", char.class);

    private final Map<String, TypeRef> patternTypes = new TreeMap<>();
    private final Map<String, Map<String, String>> declaredFields = new LinkedHashMap<>();
    private final Set<String> hostNames = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();
    private final Map<String, String> imports = new TreeMap<>();
    private final boolean complete;
    private final ClassLoader loader;

    TypeBook(
            Vocabulary vocabulary,
            Collection<Declaration> declarations,
            Set<String> tableTypes,
            Collection<String> imports,
            boolean complete,
            ClassLoader loader) {
        this.loader = loader;
        this.complete = complete;
        vocabulary.patternTypes().forEach(type -> hostNames.add(type.getSimpleName()));
        vocabulary.factTypes().forEach(type -> host(type, TypeRef.Kind.FACT));
        vocabulary.contextTypes().forEach(type -> host(type, TypeRef.Kind.CONTEXT));
        vocabulary.outcomeTypes().forEach(type -> host(type, TypeRef.Kind.OUTCOME));
        for (Declaration declaration : declarations) {
            TypeRef.Kind kind = tableTypes.contains(declaration.name()) ? TypeRef.Kind.TABLE : TypeRef.Kind.CONCLUSION;
            patternTypes.put(declaration.name(), new TypeRef(declaration.name(), kind, null));
            Map<String, String> fields = new LinkedHashMap<>();
            declaration.fields().forEach(field -> fields.put(field.name(), field.typeName()));
            declaredFields.put(declaration.name(), fields);
        }
        for (String target : imports) {
            this.imports.put(target.substring(target.lastIndexOf('.') + 1), target);
        }
    }

    private void host(Class<?> type, TypeRef.Kind kind) {
        patternTypes.put(type.getSimpleName(), new TypeRef(type.getSimpleName(), kind, type));
        packages.add(type.getPackageName());
    }

    /** The type of a pattern or an insert; of kind UNKNOWN when there is none of that name. */
    TypeRef type(String name) {
        TypeRef found = patternTypes.get(name);
        return found == null ? new TypeRef(name, TypeRef.Kind.UNKNOWN, null) : found;
    }

    /** False when a part of the pack could not be read: a type that is not in here may stand there. */
    boolean complete() {
        return complete;
    }

    /** The names of all types a pattern may name. */
    Set<String> patternTypeNames() {
        return patternTypes.keySet();
    }

    /** The names of a type's fields; empty for an unknown type. */
    Set<String> fields(TypeRef type) {
        Class<?> host = type.hostClass();
        if (host != null) {
            return HostFields.of(host).keySet();
        }
        return declaredFields.getOrDefault(type.name(), Map.of()).keySet();
    }

    /** The fields of a declared type in their order, with the names of their types; empty for any other type. */
    Map<String, String> declaredFields(TypeRef type) {
        return declaredFields.getOrDefault(type.name(), Map.of());
    }

    /** Whether the pack declares a type of this name. */
    boolean declares(String name) {
        return declaredFields.containsKey(name);
    }

    /** Whether a type has a field of this name. */
    boolean hasField(TypeRef type, String field) {
        return fields(type).contains(field);
    }

    /** The method that reads a field of a type that has it. */
    String accessor(TypeRef type, String field) {
        Class<?> host = type.hostClass();
        if (host != null) {
            ListedMember found = HostFields.of(host).get(field);
            return found == null ? field : found.name();
        }
        boolean yesOrNo = "boolean".equals(declaredFields(type).get(field));
        return (yesOrNo ? "is" : "get") + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** The Java type of a field, boxed; null when it is not known or itself declared by the pack. */
    @Nullable
    Class<?> fieldType(TypeRef type, String field) {
        Class<?> host = type.hostClass();
        if (host != null) {
            ListedMember found = HostFields.of(host).get(field);
            return found == null ? null : boxed(found.result());
        }
        String written = declaredFields.getOrDefault(type.name(), Map.of()).get(field);
        return written == null ? null : valueType(written);
    }

    /** As {@link #valueType}, but a primitive stays one. */
    @Nullable
    Class<?> javaType(String name) {
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive == null ? valueType(name) : primitive;
    }

    /**
     * The class of a value type by the name an author writes, boxed; null when it does not resolve or is not part of the
     * language.
     */
    @Nullable
    Class<?> valueType(String name) {
        Class<?> found = resolve(name);
        return found == null || Language.standard().type(found) == null ? null : found;
    }

    /** Whether a name stands for something already, so that a pack cannot declare it. */
    boolean isTaken(String name) {
        boolean ofTheVocabulary = patternTypes.containsKey(name) && !declaredFields.containsKey(name);
        // D is how generated code calls the language of Drools' model.
        return ofTheVocabulary || name.equals("D") || resolve(name) != null || hostNames.contains(name);
    }

    private @Nullable Class<?> resolve(String name) {
        int generic = name.indexOf('<');
        String plain = generic < 0 ? name : name.substring(0, generic).strip();
        Class<?> primitive = PRIMITIVES.get(plain);
        if (primitive != null) {
            return boxed(primitive);
        }
        if (plain.contains(".")) {
            return load(plain);
        }
        String imported = imports.get(plain);
        Class<?> found = imported == null ? load("java.lang." + plain) : load(imported);
        for (String candidate : packages) {
            found = found == null ? load(candidate + "." + plain) : found;
        }
        return found;
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The wrapper of a primitive type, the type itself otherwise. */
    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }
}
