package org.riderrules.engine.drools;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is and what it reads, taken from its text.
 *
 * @param id the stable id, from {@code @id}
 * @param name the sentence that names the rule; also its name in Drools
 * @param reason the message key, from {@code @reason}; the id where none is given
 * @param source where the policy stands, from {@code @source}
 * @param comment the comment above the rule; null when there is none
 * @param file the path of its file within the pack source
 * @param line the line it begins on, from 1
 * @param stage the stage it runs in
 * @param bindings the names it binds, in order
 * @param patterns its patterns at any depth, in order
 * @param insertedType what it inserts
 * @param insertLine the line of its right-hand side, from 1
 * @param insertArguments what it hands to the constructor, in order
 * @param reads every field it reads, of its own patterns or through a binding, and what it does with it
 */
public record RuleDescription(
        String id,
        String name,
        String reason,
        String source,
        @Nullable String comment,
        String file,
        int line,
        Stage stage,
        List<String> bindings,
        List<PatternRead> patterns,
        TypeRef insertedType,
        int insertLine,
        List<Expression> insertArguments,
        SortedSet<FieldRead> reads) {

    /** Copies the collections. */
    public RuleDescription {
        bindings = List.copyOf(bindings);
        patterns = List.copyOf(patterns);
        insertArguments = List.copyOf(insertArguments);
        reads = Collections.unmodifiableSortedSet(new TreeSet<>(reads));
    }
}
