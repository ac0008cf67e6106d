package org.riderrules.engine.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/**
 * Makes a JSON Schema from a record of the API. Types come from its components, descriptions from its Javadoc, and
 * ranges from the record itself: it is asked with values that it must refuse, and its refusal says what is allowed.
 */
final class SchemaGenerator {
    private static final String DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private static final String DECIMAL = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?$";
    private static final String RATE =
            "^\\s*([0-9]{1,19}\\s*/\\s*[0-9]{1,19}|[0-9]{1,3}(\\.[0-9]{1,12})?\\s*%" + "|[0-9](\\.[0-9]{1,18})?)\\s*$";
    private static final String CODE = "^[\\p{L}\\p{N}][\\p{L}\\p{N}_.:/-]{0,119}$";
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]+) to (-?[0-9]+)");

    private final Map<String, @Nullable Object> definitions = new TreeMap<>();

    private SchemaGenerator() {}

    /** The schema of a document, as text. */
    static String generate(Class<?> root, String id, String title) {
        SchemaGenerator generator = new SchemaGenerator();
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.putAll(generator.record(root));
        schema.put("$defs", generator.definitions);
        return RecordWriter.write(schema, true);
    }

    private Map<String, @Nullable Object> record(Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        Object[] valid = valid(type, 0);
        Map<String, String> documentation = JavadocOf.components(type);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (shape.tag() != null) {
            properties.put(shape.tag(), map("const", shape.word()));
            required.add(shape.tag());
        }
        if (type == Evidence.FiredRule.class) {
            properties.put(
                    Nodes.ID,
                    map("description", "by this number the same rule is referred to later on", "type", "integer"));
        }
        for (int i = 0; i < valid.length; i++) {
            RecordShape.Part part = shape.parts().get(i);
            Map<String, @Nullable Object> property = new LinkedHashMap<>();
            property.put("description", documentation.get(part.name()));
            property.putAll(property(type, valid, i));
            properties.put(part.name(), property);
            if (!Samples.mayBeNull(type, part) && !(part.isList() && shape.isHandedIn())) {
                required.add(part.name());
            }
        }
        if (type == Evidence.FiredRule.class) {
            properties.put(
                    Nodes.TEXTS,
                    map(
                            "description",
                            "the reason for people with the bound values, by language tag; ignored when read",
                            "type",
                            "object",
                            "additionalProperties",
                            map("type", "string")));
        }
        Map<String, @Nullable Object> schema = map("description", JavadocOf.type(type), "type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        Map<String, @Nullable Object> together = together(type, valid);
        if (!together.isEmpty()) {
            schema.put("dependentRequired", together);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** A component on its own, in a record whose other components are valid. */
    private Map<String, @Nullable Object> property(Class<?> owner, Object[] valid, int i) {
        RecordShape.Part part = RecordShape.of(owner).parts().get(i);
        Class<?> plain = part.type() instanceof Class<?> c ? c : null;
        if (plain == int.class || plain == Integer.class) {
            Map<String, @Nullable Object> whole = map("type", "integer");
            range(whole, owner, i, Integer.MIN_VALUE);
            return whole;
        }
        if (plain == BigDecimal.class) {
            Map<String, @Nullable Object> decimal = map("type", List.of("string", "number"), "pattern", DECIMAL);
            range(decimal, owner, i, new BigDecimal("-99999999999999999999"));
            return decimal;
        }
        if (plain == String.class) {
            return text(owner, valid, i, "x y", "  ");
        }
        if (part.type() instanceof ParameterizedType type) {
            Class<?> raw = (Class<?>) type.getRawType();
            Type[] arguments = type.getActualTypeArguments();
            if (raw == SortedMap.class) {
                return map("type", "object", "additionalProperties", schema(arguments[1]));
            }
            Map<String, @Nullable Object> list = map("type", "array");
            list.put(
                    "items",
                    arguments[0] == String.class
                            ? text(owner, valid, i, List.of("x y"), List.of("  "))
                            : schema(arguments[0]));
            Object none = raw == SortedSet.class ? new TreeSet<>() : List.of();
            if (refusal(owner, valid, i, none) != null) {
                list.put("minItems", 1);
            }
            if (raw == SortedSet.class) {
                list.put("uniqueItems", true);
            }
            return list;
        }
        if (owner == Because.class && plain == Evidence.class) {
            Map<String, @Nullable Object> grounds = schema(Evidence.class);
            grounds.put("properties", map(Nodes.KEY, map("enum", List.of("rule", "check", Nodes.REF))));
            return grounds;
        }
        return schema(part.type());
    }

    /** A text: a code where a blank inside is refused, else words where a blank alone is refused, else anything. */
    private Map<String, @Nullable Object> text(Class<?> owner, Object[] valid, int i, Object twoWords, Object blank) {
        if (refusal(owner, valid, i, twoWords) != null) {
            boolean isMarket = refusal(owner, valid, i, "h.k") != null && refusal(owner, valid, i, "HK") == null;
            return isMarket
                    ? map("type", "string", "pattern", "^[A-Z][A-Z0-9-]{1,11}$")
                    : define("Code", () -> map("type", "string", "pattern", CODE));
        }
        if (refusal(owner, valid, i, blank) != null) {
            return define("Words", () -> map("type", "string", "minLength", 1, "maxLength", 4000, "pattern", "\\S"));
        }
        return map("type", "string");
    }

    private Map<String, @Nullable Object> schema(Type type) {
        Class<?> plain = (Class<?>) type;
        if (plain == boolean.class || plain == Boolean.class) {
            return map("type", "boolean");
        }
        if (plain == String.class) {
            return map("type", "string");
        }
        if (plain == Rate.class) {
            return define(
                    "Rate",
                    () -> map(
                            "description",
                            "An exact share from 0 to 1: a count of a count, a percentage or a decimal",
                            "type",
                            List.of("string", "number"),
                            "pattern",
                            RATE,
                            "minimum",
                            0,
                            "maximum",
                            1,
                            "examples",
                            List.of("186/200", "93 %", "0.93")));
        }
        if (plain == LocalDate.class) {
            return define("Day", () -> map("type", "string", "format", "date", "pattern", DATE));
        }
        if (plain == Instant.class) {
            return map("type", "string", "format", "date-time");
        }
        if (plain == Duration.class) {
            return map("type", "string", "pattern", "^PT([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,9})?S)?$");
        }
        if (plain == YearMonth.class) {
            return map("type", "string", "pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
        }
        if (plain == MonthDay.class) {
            return map("type", "string", "pattern", "^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
        }
        if (plain == Currency.class) {
            return map("type", "string", "pattern", "^[A-Z]{3}$");
        }
        if (plain == Topic.class) {
            return define(
                    "Topic",
                    () -> map(
                            "description",
                            JavadocOf.type(Topic.class),
                            "type",
                            "string",
                            "pattern",
                            "^[a-z][a-z0-9-]{0,39}$"));
        }
        if (plain.isEnum()) {
            return define(plain.getSimpleName(), () -> constants(plain));
        }
        if (plain.isSealed()) {
            return define(plain.getSimpleName(), () -> family(plain));
        }
        return reference(plain);
    }

    private static Map<String, @Nullable Object> constants(Class<?> type) {
        List<Object> each = new ArrayList<>();
        Map<String, String> documentation = JavadocOf.constants(type);
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            each.add(map("const", name, "description", documentation.get(name)));
        }
        return map("description", JavadocOf.type(type), "oneOf", each);
    }

    /** One of several records, told by the tag: a validator then complains about the one that was meant. */
    private Map<String, @Nullable Object> family(Class<?> type) {
        String tag = type == Evidence.class ? Nodes.KEY : Nodes.TYPE;
        Map<String, Map<String, @Nullable Object>> members = new TreeMap<>();
        for (Class<?> member : members(type)) {
            members.put(RecordShape.of(member).word(), reference(member));
        }
        if (type == Evidence.class) {
            members.put(Nodes.REF, define(Nodes.REF, SchemaGenerator::reference));
        }
        List<Object> cases = new ArrayList<>();
        members.forEach((word, schema) -> cases.add(map(
                "if", map("properties", map(tag, map("const", word)), "required", List.of(tag)), "then", schema)));
        return map(
                "description",
                JavadocOf.type(type),
                "type",
                "object",
                "properties",
                map(tag, map("enum", List.copyOf(members.keySet()))),
                "required",
                List.of(tag),
                "allOf",
                cases);
    }

    private static Map<String, @Nullable Object> reference() {
        return map(
                "description",
                "A rule that stands in full elsewhere in this document",
                "type",
                "object",
                "properties",
                map(Nodes.KEY, map("const", Nodes.REF), Nodes.ID, map("type", "integer")),
                "required",
                List.of(Nodes.KEY, Nodes.ID),
                "additionalProperties",
                false);
    }

    private static List<Class<?>> members(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(member -> members(member).stream())
                        .toList()
                : List.of(type);
    }

    private Map<String, @Nullable Object> reference(Class<?> record) {
        return define(record.getSimpleName(), () -> record(record));
    }

    private Map<String, @Nullable Object> define(String name, Supplier<Map<String, @Nullable Object>> schema) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, null);
            definitions.put(name, schema.get());
        }
        return map("$ref", "#/$defs/" + name);
    }

    /** For each component that may be missing: the others that must be given when it is. */
    private static Map<String, @Nullable Object> together(Class<?> type, Object[] valid) {
        RecordShape shape = RecordShape.of(type);
        List<String> names = shape.parts().stream().map(RecordShape.Part::name).toList();
        Map<String, @Nullable Object> together = new LinkedHashMap<>();
        for (int i = 0; i < valid.length; i++) {
            if (!Samples.mayBeNull(type, shape.parts().get(i))) {
                continue;
            }
            List<String> others = new ArrayList<>();
            Object[] given = onlyRequired(type, valid);
            given[i] = valid[i];
            for (InvalidValueException refused = refusal(shape, given);
                    refused != null;
                    refused = refusal(shape, given)) {
                int missing = names.indexOf(refused.field());
                others.add(refused.field());
                given[missing] = valid[missing];
            }
            if (!others.isEmpty()) {
                together.put(names.get(i), others);
            }
        }
        return together;
    }

    private static Object[] onlyRequired(Class<?> type, Object[] valid) {
        Object[] values = valid.clone();
        for (int i = 0; i < values.length; i++) {
            if (Samples.mayBeNull(type, RecordShape.of(type).parts().get(i))) {
                values[i] = null;
            }
        }
        return values;
    }

    /** What two different samples agree on; an end that depends on another component is none. */
    private static void range(Map<String, @Nullable Object> schema, Class<?> owner, int i, Object tooSmall) {
        Map<String, Object> one = range(refusal(owner, valid(owner, 0), i, tooSmall));
        Map<String, Object> two = range(refusal(owner, valid(owner, 1_000), i, tooSmall));
        one.entrySet().retainAll(two.entrySet());
        schema.putAll(one);
    }

    private static Map<String, Object> range(@Nullable InvalidValueException refused) {
        Map<String, Object> range = new LinkedHashMap<>();
        Matcher ends = RANGE.matcher(refused == null ? "" : refused.allowed());
        if (ends.matches()) {
            range.put("minimum", Integer.valueOf(ends.group(1)));
            range.put("maximum", Integer.valueOf(ends.group(2)));
        } else if (refused != null && refused.allowed().equals("0 or more")) {
            range.put("minimum", 0);
        } else if (refused != null && refused.allowed().equals("more than 0")) {
            range.put("exclusiveMinimum", 0);
        }
        return range;
    }

    private static @Nullable InvalidValueException refusal(Class<?> owner, Object[] valid, int i, Object value) {
        Object[] values = valid.clone();
        values[i] = value;
        InvalidValueException refused = refusal(RecordShape.of(owner), values);
        String field = RecordShape.of(owner).parts().get(i).name();
        return refused != null && refused.field().replaceAll("\\[.*", "").equals(field) ? refused : null;
    }

    private static @Nullable InvalidValueException refusal(RecordShape shape, Object[] values) {
        try {
            shape.make(values);
            return null;
        } catch (InvalidValueException refused) {
            return refused;
        }
    }

    /** The components of some valid record of which none is missing. */
    private static Object[] valid(Class<?> type, long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 100_000; seed++) {
            Samples samples = new Samples(seed);
            Object record = type == DecisionRequest.class ? samples.request() : samples.any(type);
            Object[] values = RecordShape.of(type).parts().stream()
                    .map(part -> part.of(record))
                    .toArray();
            if (Arrays.stream(values).noneMatch(Objects::isNull)) {
                return values;
            }
        }
        throw new AssertionError("no complete sample of " + type);
    }

    private static Map<String, @Nullable Object> map(Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
