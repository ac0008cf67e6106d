package org.riderrules.engine.gate;

import java.util.Set;
import java.util.TreeSet;
import org.riderrules.engine.language.Language;
import org.riderrules.engine.language.ListedMember;
import org.riderrules.engine.language.ListedType;

/** The names that classes of a pack can resolve when they run: what the lists name, and what the JVM itself needs. */
public final class Linkable {
    private static final Set<String> OF_THE_JVM = Set.of(
            "java.lang.Enum",
            "java.lang.Throwable",
            "java.lang.System",
            "java.lang.CharSequence",
            "java.lang.invoke.CallSite",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.StringConcatFactory");

    private Linkable() {}

    /** All names, with dots. */
    public static Set<String> names(Language language) {
        Set<String> names = new TreeSet<>(OF_THE_JVM);
        names.add(Decimals.class.getName());
        SupportList.allTypes().forEach(name -> names.add(name.replace('/', '.')));
        for (ListedType type : language.types()) {
            names.add(type.type().getName());
            for (ListedMember member : type.members()) {
                names.add(member.result().getName());
                member.parameters().forEach(parameter -> names.add(parameter.getName()));
            }
        }
        return Set.copyOf(names);
    }
}
