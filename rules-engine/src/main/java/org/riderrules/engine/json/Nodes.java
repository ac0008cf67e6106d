package org.riderrules.engine.json;

import java.util.Map;
import org.riderrules.api.explain.Evidence;

/** What the nodes of an explanation are called in JSON. */
final class Nodes {
    /** The property that names the record among its siblings: a fact, an outcome. */
    static final String TYPE = "type";
    /** The same for a node of an explanation, where it is a word: {@code rule}, {@code fact}. */
    static final String KEY = "node";
    /** A node that stands elsewhere in the same document. */
    static final String REF = "ref";
    /** The property with a rule's reason for people, in every language. */
    static final String TEXTS = "texts";
    /** The property that numbers a fired rule, and by which a reference finds it. */
    static final String ID = "id";

    private static final Map<Class<?>, String> WORDS = Map.of(
            Evidence.FiredRule.class, "rule",
            Evidence.FactUsed.class, "fact",
            Evidence.DayUsed.class, "day",
            Evidence.RowUsed.class, "row",
            Evidence.OutcomeUsed.class, "outcome",
            Evidence.NoneFound.class, "none",
            Evidence.EngineCheck.class, "check");

    private Nodes() {}

    static String word(Class<?> node) {
        String word = WORDS.get(node);
        if (word == null) {
            throw new IllegalArgumentException("no JSON name for the explanation node " + node.getName());
        }
        return word;
    }

    static Map<Class<?>, String> words() {
        return WORDS;
    }
}
