package org.riderrules.api.explain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/** A node of an explanation: what an outcome, or a rule on the way to it, rests on. Immutable, thread-safe. */
public sealed interface Evidence {

    /**
     * A rule that fired.
     *
     * @param rule the rule
     * @param reason its reason in every language
     * @param bindings the values it bound, by name without {@code $}, as canonical text: whole numbers and decimals
     *     plain, rates as {@code 186/200}, dates and instants ISO 8601
     * @param grounds what it matched, in the order of its patterns
     */
    record FiredRule(RuleRef rule, Reason reason, SortedMap<String, String> bindings, List<Evidence> grounds)
            implements Evidence {
        /** Copies {@code bindings} and {@code grounds}. */
        public FiredRule {
            bindings = Collections.unmodifiableSortedMap(
                    new TreeMap<>(Require.present("FiredRule", "bindings", bindings)));
            grounds = List.copyOf(grounds);
        }

        /** The reason for people, with the bound values; not to be parsed. */
        public String text(Locale locale) {
            return reason.text(locale, bindings);
        }
    }

    /**
     * A fact the host handed in.
     *
     * @param fact the fact, as the rules saw it: withheld fields are null
     */
    record FactUsed(Fact fact) implements Evidence {}

    /**
     * The effective day.
     *
     * @param date the day, ISO 8601
     */
    record DayUsed(String date) implements Evidence {}

    /**
     * A dated row of a table of the pack.
     *
     * @param row the row
     */
    record RowUsed(TableRow row) implements Evidence {}

    /**
     * An outcome of an earlier topic of the same request.
     *
     * @param topic the topic that gave it
     * @param outcome the outcome
     */
    record OutcomeUsed(Topic topic, Outcome outcome) implements Evidence {}

    /**
     * That there was none.
     *
     * @param type the type of which no fact, row or conclusion met the rule's condition
     */
    record NoneFound(String type) implements Evidence {}

    /**
     * A check of the engine itself, not of the pack.
     *
     * @param check the check, a code such as {@code needs} or {@code one-tier}
     * @param found what it found
     */
    record EngineCheck(String check, String found) implements Evidence {}
}
