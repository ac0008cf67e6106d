package org.riderrules.engine.language;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A member of a type that rules may use.
 *
 * @param kind what it is
 * @param owner the type it is called on
 * @param name its name, {@code <init>} for a constructor
 * @param result what it gives; {@code void} for a constructor
 * @param parameters what it takes
 */
public record ListedMember(Kind kind, Class<?> owner, String name, Class<?> result, List<Class<?>> parameters) {

    /** What a member is. */
    public enum Kind {
        /** {@code $day.plusDays( 3 )}. */
        METHOD,
        /** {@code Rate.of( 1, 2 )}. */
        STATIC_METHOD,
        /** {@code RoundingMode.HALF_UP}. */
        CONSTANT,
        /** {@code new TierAssigned( ... )}, on the right-hand side alone. */
        CONSTRUCTOR
    }

    /** Copies {@code parameters}. */
    public ListedMember {
        parameters = List.copyOf(parameters);
    }

    /** How bytecode writes parameters and result, or the type of a constant. */
    public String descriptor() {
        return kind == Kind.CONSTANT
                ? result.descriptorString()
                : MethodType.methodType(result, parameters).toMethodDescriptorString();
    }

    /** How an author reads it: {@code plusDays(long)}. */
    public String written() {
        return kind == Kind.CONSTANT
                ? name
                : (kind == Kind.CONSTRUCTOR ? owner.getSimpleName() : name)
                        + parameters.stream().map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
    }
}
