package org.riderrules.api.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Topic;

/**
 * Which entries of a trail to read: those that meet every condition given. Immutable, thread-safe. Periods and
 * sequences are half open: the first value is in, the second is out.
 *
 * @param kinds the kinds; empty = all
 * @param rider the rider's reference ({@link EntryKeys#rider()}); null = all
 * @param topic a topic that the entry must be about; null = all
 * @param pack a pack version that must have decided, as {@code tiering/2}; null = all
 * @param outcome the type of an outcome that the entry must hold; null = all
 * @param decision the id of a decision that the entry must hold or be about; null = all
 * @param asOfFrom first effective day; null = all
 * @param asOfUntil first effective day that is out; null = all
 * @param knownFrom first instant of knowledge; null = all
 * @param knownUntil first instant of knowledge that is out; null = all
 * @param from first sequence, 1 or more
 * @param until first sequence that is out; {@code Long.MAX_VALUE} = to the end
 */
public record EntryQuery(
        SortedSet<EntryKind> kinds,
        @Nullable String rider,
        @Nullable Topic topic,
        @Nullable String pack,
        @Nullable String outcome,
        @Nullable String decision,
        @Nullable LocalDate asOfFrom,
        @Nullable LocalDate asOfUntil,
        @Nullable Instant knownFrom,
        @Nullable Instant knownUntil,
        long from,
        long until) {
    private static final String TYPE = "EntryQuery";

    /**
     * Copies {@code kinds}.
     *
     * @throws InvalidValueException naming the first component whose value is not allowed
     */
    public EntryQuery {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(Require.present(TYPE, "kinds", kinds)));
        Require.notBefore(TYPE, "asOfUntil", asOfUntil, "asOfFrom", asOfFrom);
        Require.notBefore(TYPE, "knownUntil", knownUntil, "knownFrom", knownFrom);
        if (from < 1) {
            throw new InvalidValueException(TYPE, "from", Long.toString(from), "1 or more");
        }
        if (until < from) {
            throw new InvalidValueException(TYPE, "until", Long.toString(until), "not before from, which is " + from);
        }
    }

    /** Every entry. */
    public static EntryQuery all() {
        return new Builder().build();
    }

    /** Starts a query; what is not set holds for all entries. */
    public static Builder where() {
        return new Builder();
    }

    /** Whether an entry meets every condition; for stores without an index. */
    public boolean matches(AuditEntry entry) {
        EntryKeys keys = entry.keys();
        return entry.sequence() >= from
                && entry.sequence() < until
                && (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (rider == null || rider.equals(keys.rider()))
                && (topic == null || keys.topics().contains(topic))
                && (pack == null || keys.packs().contains(pack))
                && (outcome == null || keys.outcomes().contains(outcome))
                && (decision == null || keys.decisions().contains(decision))
                && within(keys.asOf(), asOfFrom, asOfUntil)
                && within(keys.knownAt(), knownFrom, knownUntil);
    }

    private static <T extends Comparable<? super T>> boolean within(
            @Nullable T value, @Nullable T from, @Nullable T until) {
        if (value == null) {
            return from == null && until == null;
        }
        return (from == null || value.compareTo(from) >= 0) && (until == null || value.compareTo(until) < 0);
    }

    /** Builds an {@link EntryQuery}; not thread-safe. */
    public static final class Builder {
        private final SortedSet<EntryKind> kinds = new TreeSet<>();
        private @Nullable String rider;
        private @Nullable Topic topic;
        private @Nullable String pack;
        private @Nullable String outcome;
        private @Nullable String decision;
        private @Nullable LocalDate asOfFrom;
        private @Nullable LocalDate asOfUntil;
        private @Nullable Instant knownFrom;
        private @Nullable Instant knownUntil;
        private long from = 1;
        private long until = Long.MAX_VALUE;

        private Builder() {}

        /** Adds a kind. */
        public Builder kind(EntryKind kind) {
            kinds.add(Require.present(TYPE, "kind", kind));
            return this;
        }

        /** Sets the rider's reference in the trail, not the rider's id. */
        public Builder rider(String reference) {
            this.rider = reference;
            return this;
        }

        /** Sets a topic that the entry must be about. */
        public Builder topic(Topic topic) {
            this.topic = topic;
            return this;
        }

        /** Sets the pack version that must have decided. */
        public Builder pack(String pack, int version) {
            this.pack = pack + "/" + version;
            return this;
        }

        /** Sets the type of an outcome that the entry must hold, for instance {@code TierAssigned}. */
        public Builder outcome(String type) {
            this.outcome = type;
            return this;
        }

        /** Sets the id of a decision that the entry must hold or be about. */
        public Builder decision(String id) {
            this.decision = id;
            return this;
        }

        /** Sets the effective days; the second is out; null = open. */
        public Builder asOf(@Nullable LocalDate from, @Nullable LocalDate until) {
            this.asOfFrom = from;
            this.asOfUntil = until;
            return this;
        }

        /** Sets the instants of knowledge; the second is out; null = open. */
        public Builder knownAt(@Nullable Instant from, @Nullable Instant until) {
            this.knownFrom = from;
            this.knownUntil = until;
            return this;
        }

        /** Sets the first sequence, 1 or more. */
        public Builder from(long sequence) {
            this.from = sequence;
            return this;
        }

        /** Sets the first sequence that is out. */
        public Builder until(long sequence) {
            this.until = sequence;
            return this;
        }

        /**
         * Builds the query.
         *
         * @throws InvalidValueException naming the first condition whose value is not allowed
         */
        public EntryQuery build() {
            return new EntryQuery(
                    kinds,
                    rider,
                    topic,
                    pack,
                    outcome,
                    decision,
                    asOfFrom,
                    asOfUntil,
                    knownFrom,
                    knownUntil,
                    from,
                    until);
        }
    }
}
