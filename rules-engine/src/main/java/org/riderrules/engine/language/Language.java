package org.riderrules.engine.language;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Appeal;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.ReviewPeriod;
import org.riderrules.api.fact.TrainingResult;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.engine.language.ListedType.Group;

/** Every type and member that rules may use; nothing else. Immutable and thread-safe. */
public final class Language {
    /** How many patterns a rule may have, those within not, exists, forall and accumulate counted. */
    public static final int PATTERNS_PER_RULE = 12;

    private static final Language STANDARD =
            new Language(Stream.of(facts(), Stream.of(effectiveDay()), outcomes(), ListedValues.all())
                    .flatMap(types -> types)
                    .toList());

    private final Map<String, ListedType> types = new TreeMap<>();
    private final Set<String> members = new HashSet<>();

    private Language(Collection<ListedType> listed) {
        for (ListedType type : listed) {
            types.put(internalName(type.type()), type);
            for (ListedMember member : type.members()) {
                members.add(key(internalName(member.owner()), member.name(), member.descriptor(), member.kind()));
            }
        }
    }

    /** The language of packs. */
    public static Language standard() {
        return STANDARD;
    }

    private static Stream<ListedType> facts() {
        return Arrays.stream(Fact.class.getPermittedSubclasses()).map(type -> {
            ListedType.Builder fact = components(type, Group.FACT);
            if (type == TrainingResult.class) {
                fact.methods("score");
            } else if (type == Violation.class || type == Appeal.class) {
                fact.methods("evidenceCount");
            }
            return fact.end();
        });
    }

    private static ListedType effectiveDay() {
        return components(AsOf.class, Group.CONTEXT)
                .method("daysSince", java.time.LocalDate.class)
                .method("startOf", ReviewPeriod.class)
                .method("endOf", ReviewPeriod.class)
                .method("endOfNext", ReviewPeriod.class)
                .end();
    }

    private static Stream<ListedType> outcomes() {
        return records(Outcome.class).map(type -> {
            RecordComponent[] components = type.getRecordComponents();
            ListedType.Builder outcome = components(type, Group.OUTCOME);
            if (Arrays.stream(components)
                    .noneMatch(component -> component.getName().equals("code"))) {
                outcome.methods("code");
            }
            return outcome.constructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .end();
        });
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Language::records)
                : Stream.of(type);
    }

    private static ListedType.Builder components(Class<?> type, Group group) {
        ListedType.Builder builder = ListedType.of(type, group);
        for (RecordComponent component : type.getRecordComponents()) {
            builder.method(component.getName());
        }
        return builder;
    }

    /** This language with one more type. For showing that a refusal does not come from that type. */
    Language with(ListedType type) {
        return new Language(
                Stream.concat(types.values().stream(), Stream.of(type)).toList());
    }

    /** All listed types, by their names in bytecode. */
    public Collection<ListedType> types() {
        return List.copyOf(types.values());
    }

    /** The listed types of one group, by simple name. */
    public List<ListedType> types(Group group) {
        return types.values().stream()
                .filter(type -> type.group() == group)
                .sorted(java.util.Comparator.comparing(type -> type.type().getSimpleName()))
                .toList();
    }

    /** The list of a type; null when rules may not name it. */
    public @Nullable ListedType type(Class<?> type) {
        return types.get(internalName(type));
    }

    /** The list of a type by its name in bytecode, {@code java/lang/String}; null when rules may not name it. */
    public @Nullable ListedType type(String internalName) {
        return types.get(internalName);
    }

    /** Whether exactly this member is listed, as bytecode names it. */
    public boolean lists(ListedMember.Kind kind, String owner, String name, String descriptor) {
        return members.contains(key(owner, name, descriptor, kind));
    }

    /** Names of single types that a file may import, beside whole packages of facts and outcomes. */
    public Set<String> imports() {
        return types.values().stream()
                .map(type -> type.type().getName())
                .filter(name -> !name.startsWith("java.lang."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static String key(String owner, String name, String descriptor, ListedMember.Kind kind) {
        return kind + " " + owner + "." + name + descriptor;
    }
}
