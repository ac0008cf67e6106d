package org.riderrules.engine.json;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Language;

/** Writes records of the API as JSON for interfaces and people. Not thread-safe: one for each document. */
final class RecordWriter {
    private final StringBuilder out = new StringBuilder(1024);
    private final boolean indented;
    private final Shared shared = new Shared();
    private final Map<Integer, Integer> ids = new HashMap<>();
    private int depth;

    private RecordWriter(boolean indented) {
        this.indented = indented;
    }

    /**
     * One document.
     *
     * @param indented whether it is laid out on several lines, each ended by a line feed
     */
    static String write(Object record, boolean indented) {
        RecordWriter writer = new RecordWriter(indented);
        writer.value(record);
        if (indented) {
            writer.out.append('\n');
        }
        return writer.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Number && !Scalars.isText(value.getClass()) || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            begin('{');
            map.forEach((key, each) -> {
                name(CanonicalForm.key(key));
                value(each);
            });
            end('}');
        } else if (value instanceof Iterable<?> values) {
            begin('[');
            for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
                item();
                value(each.next());
            }
            end(']');
        } else if (value instanceof Evidence.FiredRule rule) {
            rule(rule);
        } else if (value instanceof Enum<?> || Scalars.isText(value.getClass())) {
            text(Scalars.text(value));
        } else {
            begin('{');
            members(value, RecordShape.of(value.getClass()), null);
            end('}');
        }
    }

    private void members(Object record, RecordShape shape, @Nullable Integer id) {
        String tag = shape.tag();
        if (tag != null) {
            name(tag);
            text(shape.word());
        }
        if (id != null) {
            name(Nodes.ID);
            out.append(id);
        }
        for (RecordShape.Part part : shape.parts()) {
            Object value = part.of(record);
            if (value != null) {
                name(part.name());
                value(value);
            }
        }
    }

    /** A rule is written where it is met first, and referred to afterwards. */
    private void rule(Evidence.FiredRule rule) {
        int number = shared.number(rule);
        Integer known = ids.get(number);
        begin('{');
        if (known != null) {
            name(Nodes.KEY);
            text(Nodes.REF);
            name(Nodes.ID);
            out.append(known);
        } else {
            ids.put(number, ids.size() + 1);
            members(rule, RecordShape.of(Evidence.FiredRule.class), ids.size());
            name(Nodes.TEXTS);
            value(texts(rule));
        }
        end('}');
    }

    private static SortedMap<String, String> texts(Evidence.FiredRule rule) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Language language : Language.values()) {
            if (rule.reason().templates().containsKey(language.tag())) {
                texts.put(language.tag(), rule.text(Locale.forLanguageTag(language.tag())));
            }
        }
        return texts;
    }

    private void begin(char bracket) {
        out.append(bracket);
        depth++;
    }

    private void end(char bracket) {
        depth--;
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            line();
        }
        out.append(bracket);
    }

    private void item() {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
        line();
    }

    private void name(String name) {
        item();
        text(name);
        out.append(indented ? ": " : ":");
    }

    private void line() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (Character.isSurrogate(c)) {
                i += surrogate(text, i);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                unicode(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** A pair as it is; half a pair escaped, because UTF-8 has no bytes for it. Returns how many characters more. */
    private int surrogate(String text, int i) {
        int point = text.codePointAt(i);
        if (Character.isBmpCodePoint(point)) {
            unicode(text.charAt(i));
            return 0;
        }
        out.appendCodePoint(point);
        return 1;
    }

    private void unicode(char c) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
}
