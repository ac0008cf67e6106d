package org.riderrules.api.explain;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Personal;
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
    record FiredRule(RuleRef rule, Reason reason, @Personal SortedMap<String, String> bindings, List<Evidence> grounds)
            implements Evidence {
        /** Copies {@code bindings} and {@code grounds}. */
        public FiredRule {
            Require.present("FiredRule", "rule", rule);
            Require.present("FiredRule", "reason", reason);
            bindings = Require.map("FiredRule", "bindings", bindings);
            grounds = Require.items("FiredRule", "grounds", grounds);
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
    record FactUsed(@Personal Fact fact) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public FactUsed {
            Require.present("FactUsed", "fact", fact);
        }
    }

    /**
     * The effective day.
     *
     * @param date the day, ISO 8601
     */
    record DayUsed(String date) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public DayUsed {
            Require.present("DayUsed", "date", date);
        }
    }

    /**
     * A dated row of a table of the pack.
     *
     * @param row the row
     */
    record RowUsed(TableRow row) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public RowUsed {
            Require.present("RowUsed", "row", row);
        }
    }

    /**
     * An outcome of an earlier topic of the same request.
     *
     * @param topic the topic that gave it
     * @param outcome the outcome
     */
    record OutcomeUsed(Topic topic, Outcome outcome) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public OutcomeUsed {
            Require.present("OutcomeUsed", "topic", topic);
            Require.present("OutcomeUsed", "outcome", outcome);
        }
    }

    /**
     * That there was none.
     *
     * @param type the type of which no fact, row or conclusion met the rule's condition
     */
    record NoneFound(String type) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public NoneFound {
            Require.present("NoneFound", "type", type);
        }
    }

    /**
     * A check of the engine itself, not of the pack.
     *
     * @param check the check, a code such as {@code needs} or {@code one-tier}
     * @param found what it found
     */
    record EngineCheck(String check, @Personal String found) implements Evidence {
        /** @throws org.riderrules.api.error.InvalidValueException naming the first component that is missing */
        public EngineCheck {
            Require.present("EngineCheck", "check", check);
            Require.present("EngineCheck", "found", found);
        }
    }
}
