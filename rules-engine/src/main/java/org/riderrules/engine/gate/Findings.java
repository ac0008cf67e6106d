package org.riderrules.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;
import org.riderrules.engine.language.ListedType;

/** Says what was found in a class, in the author's words. */
final class Findings {
    private static final String LISTS = "docs/language.md lists the types and methods that rules may use";

    private final Language language;
    private final String className;
    private final List<Refusal> refusals;
    private String method = "";

    Findings(Language language, String className, List<Refusal> refusals) {
        this.language = language;
        this.className = className;
        this.refusals = refusals;
    }

    /** What is found from here on stands in this method. */
    void in(String name) {
        method = name;
    }

    /** A construct that is not part of the language. */
    void construct(String what, String mend, String... words) {
        refusals.add(new Refusal(className, method, what + " is not part of the language", mend, List.of(words)));
    }

    /** A type that is not on the list. */
    void type(Type type) {
        String name = type.getClassName();
        refusals.add(new Refusal(
                className, method, "the type " + name + " is not part of the language", LISTS, List.of(simple(name))));
    }

    /** A member that is not on the list. */
    void member(String owner, String name, String descriptor) {
        String type = simple(readable(owner));
        boolean made = name.equals("<init>");
        String written = descriptor.startsWith("(") ? name + parameters(descriptor) : name;
        String what = made ? "new " + type + parameters(descriptor) : type + "." + written;
        ListedType listed = language.type(owner);
        List<String> words = new ArrayList<>();
        words.add(made ? type : name);
        property(name, words);
        words.add(type);
        refusals.add(new Refusal(
                className,
                method,
                what + " is not part of the language",
                listed == null || listed.members().isEmpty()
                        ? LISTS
                        : "of " + type + " a rule may use " + members(listed),
                words));
    }

    private static void property(String name, List<String> words) {
        for (String prefix : List.of("get", "is")) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                words.add(Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1));
            }
        }
    }

    private static String members(ListedType listed) {
        return listed.members().stream()
                .filter(member -> member.kind() != ListedMember.Kind.CONSTRUCTOR)
                .map(ListedMember::written)
                .collect(Collectors.joining(", "));
    }

    private static String parameters(String descriptor) {
        List<String> types = new ArrayList<>();
        for (Type type : Type.getArgumentTypes(descriptor)) {
            types.add(simple(type.getClassName()));
        }
        return "(" + String.join(", ", types) + ")";
    }

    /** A name of bytecode as Java writes it. */
    static String readable(String name) {
        String plain = name.startsWith("L") && name.endsWith(";") ? name.substring(1, name.length() - 1) : name;
        return plain.replace('/', '.');
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
