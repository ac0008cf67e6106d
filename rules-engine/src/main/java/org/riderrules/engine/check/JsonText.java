package org.riderrules.engine.check;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what an author wrote in YAML as JSON: numbers as they stand, so that they stay exact. Holds no state. */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");

    private JsonText() {}

    static String of(Yaml yaml) {
        if (yaml instanceof Yaml.Items items) {
            return items.values().stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (yaml instanceof Yaml.Entries entries) {
            return object(entries.values().values().stream()
                    .collect(Collectors.toMap(Yaml.Entry::key, entry -> of(entry.value()))));
        }
        Yaml.Scalar scalar = (Yaml.Scalar) yaml;
        return switch (scalar.kind()) {
            case BOOLEAN, NULL -> scalar.text();
            case NUMBER -> NUMBER.matcher(scalar.text()).matches() ? scalar.text() : quoted(scalar.text());
            case TEXT, EMPTY -> quoted(scalar.text());
        };
    }

    /** An object of members that are JSON already. */
    static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A quoted text that is the same in JSON and in YAML. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || isNotPrinted(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** What YAML allows nowhere, or takes for the end of a line. */
    private static boolean isNotPrinted(char c) {
        return c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c >= '\ufffe';
    }
}
