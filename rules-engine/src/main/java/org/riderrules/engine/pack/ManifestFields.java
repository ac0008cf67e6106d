package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/**
 * One object of {@code pack.json}, read strictly: keys that are unknown or missing and values of the wrong kind are
 * reported where they stand. Every reading method returns null, or leaves an item out, after it reported.
 */
final class ManifestFields {
    private static final String CODE = "manifest-value";
    private static final int LONGEST_TEXT = 4_000;

    private final JsonItem.Fields object;
    private final Consumer<PackProblem> problems;

    ManifestFields(
            JsonItem.Fields object, List<String> required, List<String> optional, Consumer<PackProblem> problems) {
        this.object = object;
        this.problems = problems;
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        object.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                problems.accept(member.key()
                        .problem(
                                "manifest-unknown-key",
                                "\"" + key + "\" is not a key here",
                                Nearest.mend(key, known, "keys")));
            }
        });
        for (String key : required) {
            if (!object.members().containsKey(key)) {
                problems.accept(object.place()
                        .problem(
                                "manifest-missing-key",
                                "\"" + key + "\" is not given",
                                "add it; required here: " + String.join(", ", required)));
            }
        }
    }

    /** The value of a key; null when it is not there. */
    @Nullable
    JsonItem item(String key) {
        JsonItem.Member member = object.members().get(key);
        return member == null ? null : member.value();
    }

    /** Where each key stands. */
    SortedMap<String, Place> places() {
        SortedMap<String, Place> places = new TreeMap<>();
        object.members().forEach((key, member) -> places.put(key, member.key()));
        return places;
    }

    /** Reports a value that is not allowed; returns null for the caller to return. */
    <T> @Nullable T refuse(JsonItem item, String what, String mend) {
        problems.accept(item.place().problem(CODE, what, mend));
        return null;
    }

    @Nullable
    String text(String key) {
        return value(key, this::text);
    }

    private @Nullable String text(String key, JsonItem item) {
        if (!(item instanceof JsonItem.Text text)) {
            return refuse(item, "\"" + key + "\" is " + item.shown(), "write a text in double quotes");
        }
        if (text.text().isBlank() || text.text().length() > LONGEST_TEXT) {
            return refuse(
                    item,
                    "\"" + key + "\" has " + text.text().strip().length() + " characters",
                    "write 1 to " + LONGEST_TEXT + " characters");
        }
        if (!text.text().strip().equals(text.text())) {
            return refuse(item, "\"" + key + "\" is " + item.shown(), "delete the space before or after the text");
        }
        return text.text();
    }

    /** A whole number of 1 or more. */
    @Nullable
    Integer count(String key) {
        return value(key, (name, item) -> {
            if (item instanceof JsonItem.Number number && number.digits().matches("[1-9]\\d{0,8}")) {
                return Integer.valueOf(number.digits());
            }
            return refuse(item, "\"" + key + "\" is " + item.shown(), "write a whole number of 1 or more, unquoted");
        });
    }

    @Nullable
    LocalDate date(String key) {
        return value(key, (name, item) -> {
            LocalDate date = item instanceof JsonItem.Text text ? IsoDate.parse(text.text()) : null;
            return date != null
                    ? date
                    : refuse(item, "\"" + key + "\" is " + item.shown(), "write a day as \"" + IsoDate.EXAMPLE + "\"");
        });
    }

    JsonItem.@Nullable Fields object(String key) {
        return value(
                key,
                (name, item) -> item instanceof JsonItem.Fields fields
                        ? fields
                        : refuse(item, "\"" + key + "\" is " + item.shown(), "write an object in braces: { ... }"));
    }

    /** The items of a list, each read by {@code reading}; a list with an item twice is reported. */
    <T> List<T> list(String key, BiFunction<String, JsonItem, @Nullable T> reading) {
        JsonItem item = item(key);
        if (item == null) {
            return List.of();
        }
        if (!(item instanceof JsonItem.Items list)) {
            refuse(item, "\"" + key + "\" is " + item.shown(), "write a list in brackets: [ ... ]");
            return List.of();
        }
        Set<T> values = new LinkedHashSet<>();
        for (JsonItem each : list.items()) {
            T value = reading.apply(key, each);
            if (value != null && !values.add(value)) {
                refuse(each, "\"" + key + "\" has " + each.shown() + " twice", "keep one of the two");
            }
        }
        return new ArrayList<>(values);
    }

    /** The texts of a list, each read further by {@code reading}. */
    <T> List<T> texts(String key, BiFunction<JsonItem, String, @Nullable T> reading) {
        return list(key, (name, item) -> {
            String text = text(name, item);
            return text == null ? null : reading.apply(item, text);
        });
    }

    private <T> @Nullable T value(String key, BiFunction<String, JsonItem, @Nullable T> reading) {
        JsonItem item = item(key);
        return item == null ? null : reading.apply(key, item);
    }
}
