package org.riderrules.engine.pack;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code completed {orders} orders, {onTime} on time}. A place is a name in braces; a
 * brace that belongs to the text is doubled. Here it is checked; filling in values is the business of
 * {@link org.riderrules.api.explain.Reason}. Immutable, thread-safe.
 */
public final class Template {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private final String text;
    private final SortedSet<String> placeholders;

    private Template(String text, SortedSet<String> placeholders) {
        this.text = text;
        this.placeholders = Collections.unmodifiableSortedSet(placeholders);
    }

    /**
     * Parses a template.
     *
     * @throws TemplateException with the index of the brace that is wrong
     */
    static Template parse(String text) throws TemplateException {
        SortedSet<String> names = new TreeSet<>();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character != '{' && character != '}') {
                continue;
            }
            if (at + 1 < text.length() && text.charAt(at + 1) == character) {
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
                names.add(name);
                at = end;
            }
        }
        return new Template(text, names);
    }

    /** The names of the values, sorted, each once. */
    public SortedSet<String> placeholders() {
        return placeholders;
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
