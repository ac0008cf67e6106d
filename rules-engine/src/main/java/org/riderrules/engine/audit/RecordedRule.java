package org.riderrules.engine.audit;

import java.util.List;
import java.util.SortedMap;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;

/**
 * A rule that fired, as it is recorded. Immutable, thread-safe.
 *
 * @param id the rule's id
 * @param at its place in the pack source, {@code file:line}
 * @param reason the key of its reason
 * @param bindings the values it bound, by name, as canonical text
 * @param grounds what it matched, in the order of its patterns: {@code day}; {@code fact:N} and {@code row:N}, a fact of
 *     the request and a row of the decision; {@code rule:N}, a conclusion of another rule of the decision; {@code
 *     outcome:topic:N}, an outcome of an earlier topic of the call; {@code none:Type}, that there was none of this
 *     type; {@code check:code}. All N from 0
 */
public record RecordedRule(
        String id, String at, String reason, @Personal SortedMap<String, String> bindings, List<String> grounds) {
    private static final String TYPE = "RecordedRule";

    /** Copies {@code bindings} and {@code grounds}. */
    public RecordedRule {
        Require.present(TYPE, "id", id);
        Require.present(TYPE, "at", at);
        Require.present(TYPE, "reason", reason);
        bindings = Require.map(TYPE, "bindings", bindings);
        grounds = Require.items(TYPE, "grounds", grounds);
    }
}
