package org.riderrules.engine.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code completed {orders} orders, {onTime} on time}. A place is a name in braces; a
 * brace that belongs to the text is doubled. Parsed once. Immutable, thread-safe.
 */
public final class Template {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private record Part(String text, boolean isPlaceholder) {}

    private final String text;
    private final List<Part> parts;
    private final SortedSet<String> placeholders;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
        SortedSet<String> names = new TreeSet<>();
        this.parts.stream().filter(Part::isPlaceholder).map(Part::text).forEach(names::add);
        this.placeholders = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Parses a template.
     *
     * @throws TemplateException with the index of the brace that is wrong
     */
    static Template parse(String text) throws TemplateException {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '{' && character != '}') {
                literal.append(character);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == character) {
                literal.append(character);
                at++;
            } else if (character == '}') {
                throw new TemplateException(at, "a brace closes that was not opened");
            } else {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw new TemplateException(at, "the brace that opens here is never closed");
                }
                String name = text.substring(at + 1, end);
                if (!NAME.matcher(name).matches()) {
                    throw new TemplateException(at, "\"" + name + "\" is no name of a value");
                }
                if (!literal.isEmpty()) {
                    parts.add(new Part(literal.toString(), false));
                    literal.setLength(0);
                }
                parts.add(new Part(name, true));
                at = end;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Part(literal.toString(), false));
        }
        return new Template(text, parts);
    }

    /** The names of the values, sorted, each once. */
    public SortedSet<String> placeholders() {
        return placeholders;
    }

    /**
     * The text with its values put in; values are taken as they are, braces too.
     *
     * @param values a value for each placeholder; one without a value stays as it stands in the template, others are
     *     left unused
     */
    public String render(Map<String, String> values) {
        StringBuilder rendered = new StringBuilder(text.length() + 32);
        for (Part part : parts) {
            String value = part.isPlaceholder() ? values.get(part.text()) : part.text();
            if (value == null) {
                rendered.append('{').append(part.text()).append('}');
            } else {
                rendered.append(value);
            }
        }
        return rendered.toString();
    }

    /** The template as written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
