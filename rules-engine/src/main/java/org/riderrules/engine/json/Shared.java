package org.riderrules.engine.json;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.riderrules.api.explain.Evidence;

/**
 * Which fired rules of one document are the same. Two nodes of equal content get one number, whether they are one
 * object or two, so that what is written depends on the value alone. Takes time linear in the number of objects, where
 * {@code equals} would take time exponential in the depth. Not thread-safe: one for each document.
 */
final class Shared {
    /** How deep rules may rest on rules. */
    static final int DEEPEST = 200;

    private final Map<Evidence.FiredRule, Integer> known = new IdentityHashMap<>();
    private final Map<String, Integer> byContent = new HashMap<>();
    private int depth;

    /**
     * The number of this node's content, from 0.
     *
     * @throws IllegalArgumentException when rules rest on rules more than {@link #DEEPEST} times
     */
    int number(Evidence.FiredRule node) {
        Integer number = known.get(node);
        if (number == null) {
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("an explanation in which rules rest on rules more than " + DEEPEST
                        + " times; look for a rule whose insert makes itself true again: " + node.rule());
            }
            CanonicalOut content = new CanonicalOut(this, true);
            content.definition(node, null);
            depth--;
            number = byContent.computeIfAbsent(content.latin1(), key -> byContent.size());
            known.put(node, number);
        }
        return number;
    }
}
