package org.riderrules.engine.gate;

import java.util.List;

/**
 * Something in a generated class that is not on a list.
 *
 * @param className the class, with dots
 * @param method the method it stands in; empty for the class itself
 * @param what what is not allowed, in the author's words
 * @param mend what to write instead
 * @param words what to look for in the author's text, the best first; may be empty
 */
public record Refusal(String className, String method, String what, String mend, List<String> words) {

    /** Copies {@code words}. */
    public Refusal {
        words = List.copyOf(words);
    }
}
