package org.riderrules.engine.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, by name: {@code facts[3].onTimeRate}. Immutable.
 *
 * @param above the object or list it stands in; null = it is the whole document
 * @param step the document's name, {@code .name} or {@code [index]}
 */
record Path(@Nullable Path above, String step) {
    private static final int LONGEST = 240;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,59}");

    static Path root(String name) {
        return new Path(null, name);
    }

    Path property(String name) {
        return new Path(this, PLAIN.matcher(name).matches() ? "." + name : "[" + Parsed.quoted(name) + "]");
    }

    Path item(int index) {
        return new Path(this, "[" + index + "]");
    }

    /** A component as an {@code InvalidValueException} names it: {@code evidence[1]}. */
    Path field(String name) {
        return new Path(this, "." + name);
    }

    /** From the document's root, which is named only when nothing else is; a very long one without its middle. */
    @Override
    public String toString() {
        if (above == null) {
            return step;
        }
        Deque<String> steps = new ArrayDeque<>();
        for (Path each = this; each != null && each.above != null; each = each.above) {
            steps.push(each.step);
        }
        StringBuilder text = new StringBuilder(String.join("", steps));
        if (text.charAt(0) == '.') {
            text.deleteCharAt(0);
        }
        return text.length() <= LONGEST
                ? text.toString()
                : text.substring(0, LONGEST / 2) + "..." + text.substring(text.length() - LONGEST / 2);
    }
}
