package org.riderrules.engine.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Rate;

/** Makes records of the API from parsed JSON, strictly. Not thread-safe: one for each document. */
final class RecordReader {
    private static final ClassValue<Map<String, RecordShape>> FAMILIES = new ClassValue<>() {
        @Override
        protected Map<String, RecordShape> computeValue(Class<?> type) {
            return RecordShape.family(type);
        }
    };
    private static final String MUST = "a value; this field must be given";
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");

    /** The fired rules read so far, by the number that the document gives them. */
    private final Map<Integer, Evidence.FiredRule> rules = new HashMap<>();

    private RecordReader() {}

    /**
     * Reads one document.
     *
     * @param root what the document is called in messages
     * @throws InvalidRequestException naming the first place that is wrong
     */
    static <T> T read(@Nullable String text, Class<T> type, String root) {
        if (text == null) {
            throw new InvalidRequestException(root, "null", "give a JSON object");
        }
        Path path = Path.root(root);
        Parsed whole = JsonText.parse(text, path);
        return type.cast(new RecordReader().value(whole, type, path));
    }

    private Object value(Parsed node, Type type, Path path) {
        if (type instanceof ParameterizedType parameterized) {
            return collection(node, parameterized, path);
        }
        Class<?> plain = (Class<?>) type;
        if (isWhole(plain)) {
            return whole(node, path);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            if (node instanceof Parsed.Flag flag) {
                return flag.value();
            }
            throw refused(node, path, "true or false");
        }
        if (Scalars.isText(plain)) {
            return scalar(node, plain, path);
        }
        if (!(node instanceof Parsed.Members object)) {
            throw refused(node, path, "an object");
        }
        return plain.isSealed() ? member(object, plain, path) : record(object, RecordShape.of(plain), path);
    }

    private Object collection(Parsed node, ParameterizedType type, Path path) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == SortedMap.class) {
            return map(node, arguments[1], path);
        }
        if (!(node instanceof Parsed.Items list)) {
            throw refused(node, path, "a list");
        }
        List<Object> values = new ArrayList<>();
        for (Parsed item : list.items()) {
            values.add(value(item, arguments[0], path.item(values.size())));
        }
        if (raw == List.class) {
            return values;
        }
        SortedSet<Object> set = new TreeSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!set.add(values.get(i))) {
                throw refused(list.items().get(i), path.item(i), "each of them once");
            }
        }
        return set;
    }

    private SortedMap<String, Object> map(Parsed node, Type type, Path path) {
        if (!(node instanceof Parsed.Members object)) {
            throw refused(node, path, "an object");
        }
        SortedMap<String, Object> values = new TreeMap<>();
        object.members().forEach((name, member) -> values.put(name, value(member, type, path.property(name))));
        return values;
    }

    private static Object scalar(Parsed node, Class<?> type, Path path) {
        try {
            if (node instanceof Parsed.Text text) {
                return Scalars.fromText(type, text.text());
            }
            if (node instanceof Parsed.Figure number && (type == BigDecimal.class || type == Rate.class)) {
                return Scalars.fromNumber(type, number.text());
            }
        } catch (InvalidValueException e) {
            throw because(e, refused(node, path, e.allowed()));
        }
        throw refused(node, path, Scalars.allowed(type));
    }

    /** A whole number; one beyond {@code int} becomes the largest, and the record's own check tells its range. */
    private static Integer whole(Parsed node, Path path) {
        if (node instanceof Parsed.Figure number && WHOLE.matcher(number.text()).matches()) {
            BigInteger value = new BigInteger(number.text());
            if (value.bitLength() < Integer.SIZE) {
                return value.intValue();
            }
            return value.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        throw refused(node, path, "a whole number without quotes");
    }

    private static boolean isBeyondInt(Parsed node) {
        return node instanceof Parsed.Figure number && new BigInteger(number.text()).bitLength() >= Integer.SIZE;
    }

    private static boolean isWhole(Type type) {
        return type == int.class || type == Integer.class;
    }

    /** One record of a sealed family, told by its tag. */
    private Object member(Parsed.Members object, Class<?> family, Path path) {
        Map<String, RecordShape> shapes = FAMILIES.get(family);
        boolean explains = family == Evidence.class;
        String tag = explains ? Nodes.KEY : Nodes.TYPE;
        List<String> words = explains
                ? Stream.concat(shapes.keySet().stream(), Stream.of(Nodes.REF)).toList()
                : List.copyOf(shapes.keySet());
        Parsed given = object.members().get(tag);
        if (!(given instanceof Parsed.Text word)) {
            Path missing = path.property(tag);
            String allowed = "one of " + words;
            throw given == null ? missing(object, missing, allowed) : refused(given, missing, allowed);
        }
        if (explains && word.text().equals(Nodes.REF)) {
            return reference(object, path);
        }
        RecordShape shape = shapes.get(word.text());
        if (shape == null) {
            throw new InvalidRequestException(
                    path.property(tag).toString(),
                    "unknown " + tag + " " + word.shown() + " at " + word.place(),
                    oneOf(word.text(), words));
        }
        return record(object, shape, path);
    }

    private Object record(Parsed.Members object, RecordShape shape, Path path) {
        refuseUnknown(object, shape, path);
        List<RecordShape.Part> parts = shape.parts();
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = part(object, shape, parts.get(i), path);
        }
        Object made = make(object, shape, values, path);
        for (RecordShape.Part part : parts) {
            Parsed given = object.members().get(part.name());
            if (given != null && isWhole(part.type()) && isBeyondInt(given)) {
                throw refused(given, path.property(part.name()), Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
            }
        }
        if (made instanceof Evidence.FiredRule rule) {
            Parsed texts = object.members().get(Nodes.TEXTS);
            if (texts != null) {
                // For people only: looked at, not kept.
                map(texts, String.class, path.property(Nodes.TEXTS));
            }
            remember(rule, object.members().get(Nodes.ID), path.property(Nodes.ID));
        }
        return made;
    }

    private static void refuseUnknown(Parsed.Members object, RecordShape shape, Path path) {
        for (Map.Entry<String, Parsed> member : object.members().entrySet()) {
            List<String> names = shape.properties();
            if (!names.contains(member.getKey())) {
                throw new InvalidRequestException(
                        path.property(member.getKey()).toString(),
                        "unknown property at " + member.getValue().place(),
                        oneOf(member.getKey(), names));
            }
        }
    }

    private @Nullable Object part(Parsed.Members object, RecordShape shape, RecordShape.Part part, Path path) {
        Parsed given = object.members().get(part.name());
        if (given != null && !(given instanceof Parsed.Nothing)) {
            return value(given, part.type(), path.property(part.name()));
        }
        if (part.type() instanceof Class<?> type && type.isPrimitive()) {
            Path missing = path.property(part.name());
            throw given == null ? missing(object, missing, MUST) : refused(given, missing, MUST);
        }
        // Whether it may be null is for the record to say.
        return given == null && part.isList() && shape.isHandedIn() ? List.of() : null;
    }

    private static Object make(Parsed.Members object, RecordShape shape, @Nullable Object[] values, Path path) {
        try {
            return shape.make(values);
        } catch (InvalidValueException e) {
            Path field = path.field(e.field());
            Parsed given = object.members().get(e.field().replaceAll("\\[.*", ""));
            if (given == null) {
                throw because(e, missing(object, field, e.allowed()));
            }
            String value = given instanceof Parsed.Items || given instanceof Parsed.Members ? e.value() : given.shown();
            throw because(e, refused(value, given.place(), field, e.allowed()));
        } catch (InvalidRequestException e) {
            // Two facts that do not go together: "facts: what; mend".
            String message = String.valueOf(e.getMessage());
            int mend = message.lastIndexOf("; ");
            Parsed given = object.members().getOrDefault(e.field(), object);
            throw because(
                    e,
                    new InvalidRequestException(
                            path.field(e.field()).toString(),
                            message.substring(e.field().length() + 2, mend) + ", at " + given.place(),
                            message.substring(mend + 2)));
        }
    }

    private void remember(Evidence.FiredRule rule, @Nullable Parsed given, Path path) {
        if (given != null && rules.putIfAbsent(whole(given, path), rule) != null) {
            throw refused(given, path, "a number that no other rule of the document has");
        }
    }

    private Evidence reference(Parsed.Members object, Path path) {
        List<String> names = List.of(Nodes.KEY, Nodes.ID);
        for (Map.Entry<String, Parsed> member : object.members().entrySet()) {
            if (!names.contains(member.getKey())) {
                throw new InvalidRequestException(
                        path.property(member.getKey()).toString(),
                        "unknown property at " + member.getValue().place(),
                        oneOf(member.getKey(), names));
            }
        }
        Path id = path.property(Nodes.ID);
        Parsed given = object.members().get(Nodes.ID);
        if (given == null) {
            throw missing(object, id, MUST);
        }
        Evidence.FiredRule rule = rules.get(whole(given, id));
        if (rule == null) {
            throw refused(given, id, "the id of a rule that ends before this place");
        }
        return rule;
    }

    private static String oneOf(String given, List<String> known) {
        String near = Nearest.to(given, known);
        return near == null ? "allowed: one of " + known : "did you mean " + near + "?";
    }

    private static InvalidRequestException missing(Parsed.Members object, Path path, String allowed) {
        return new InvalidRequestException(
                path.toString(), "missing in the object at " + object.place(), "allowed: " + allowed);
    }

    private static InvalidRequestException refused(Parsed given, Path path, String allowed) {
        return refused(given.shown(), given.place(), path, allowed);
    }

    private static InvalidRequestException refused(String value, Parsed.Place place, Path path, String allowed) {
        return new InvalidRequestException(path.toString(), value + " at " + place, "allowed: " + allowed);
    }

    private static InvalidRequestException because(RuntimeException cause, InvalidRequestException refused) {
        refused.initCause(cause);
        return refused;
    }
}
