package org.riderrules.engine.trust;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * Whose signatures a host accepts, and how many it asks for: one author, and as many approvers as {@link
 * Builder#approvals} says, all of them by different keys. Immutable, thread-safe.
 */
public final class TrustedKeys {
    private final SortedMap<String, Entry> keys;
    private final SortedSet<String> revoked;
    private final int approvals;

    private TrustedKeys(Builder builder) {
        this.keys = Collections.unmodifiableSortedMap(new TreeMap<>(builder.keys));
        this.revoked = Collections.unmodifiableSortedSet(new TreeSet<>(builder.revoked));
        this.approvals = builder.approvals;
    }

    /**
     * One key.
     *
     * @param roles in which roles it may sign
     * @param until the first moment at which it is no longer accepted; null = never
     */
    record Entry(
            VerifyingKey key, Set<Role> roles, @Nullable Instant until) {}

    /** Starts with no key, and one approval asked for. */
    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    Entry entry(String key) {
        return keys.get(key);
    }

    boolean isRevoked(String key) {
        return revoked.contains(key);
    }

    int approvals() {
        return approvals;
    }

    /** The fingerprints and what is asked for. */
    @Override
    public String toString() {
        return "1 author and " + approvals + " approvers of " + keys.keySet() + ", revoked " + revoked;
    }

    /** Builds a set of keys; not thread-safe. */
    public static final class Builder {
        private static final String TYPE = "TrustedKeys";

        private final SortedMap<String, Entry> keys = new TreeMap<>();
        private final SortedSet<String> revoked = new TreeSet<>();
        private int approvals = 1;

        private Builder() {}

        /** Accepts a key as an author's, without an end. */
        public Builder author(VerifyingKey key) {
            return add(key, Role.AUTHOR, null);
        }

        /**
         * Accepts a key as an author's.
         *
         * @param until the first moment at which it is no longer accepted, whenever it signed: a time that a signer
         *     writes proves nothing
         */
        public Builder author(VerifyingKey key, Instant until) {
            return add(key, Role.AUTHOR, Require.present(TYPE, "until", until));
        }

        /** Accepts a key as an approver's, without an end. */
        public Builder approver(VerifyingKey key) {
            return add(key, Role.APPROVER, null);
        }

        /** Accepts a key as an approver's, until a moment, as {@link #author(VerifyingKey, Instant)}. */
        public Builder approver(VerifyingKey key, Instant until) {
            return add(key, Role.APPROVER, Require.present(TYPE, "until", until));
        }

        /**
         * Never accepts a key again, in no role and whenever it signed; also when it is accepted above.
         *
         * @param key its fingerprint
         * @throws InvalidValueException when it is no fingerprint
         */
        public Builder revoked(String key) {
            revoked.add(VerifyingKey.checkedId(TYPE, "revoked", key));
            return this;
        }

        /**
         * Sets how many approvers must have signed besides the author, 0 to 10. Default: 1, so that no version comes
         * into force by one key alone.
         *
         * @throws InvalidValueException when out of range
         */
        public Builder approvals(int approvals) {
            Require.range(TYPE, "approvals", approvals, 0, 10);
            this.approvals = approvals;
            return this;
        }

        private Builder add(VerifyingKey key, Role role, @Nullable Instant until) {
            String id = Require.present(TYPE, "key", key).id();
            Set<Role> roles = EnumSet.of(role);
            Entry earlier = keys.get(id);
            Instant ends = until;
            if (earlier != null) {
                roles.addAll(earlier.roles());
                // One key has one end: the earlier one.
                ends = ends == null
                                || earlier.until() != null && earlier.until().isBefore(ends)
                        ? earlier.until()
                        : ends;
            }
            keys.put(id, new Entry(key, Collections.unmodifiableSet(roles), ends));
            return this;
        }

        /**
         * The keys.
         *
         * @throws InvalidValueException when no author's key is accepted, or fewer approvers' keys than are asked for:
         *     nothing could ever be loaded
         */
        public TrustedKeys build() {
            long authors = count(Role.AUTHOR);
            long approvers = count(Role.APPROVER);
            if (authors == 0) {
                throw new InvalidValueException(TYPE, "author", "no key", "at least one key of an author");
            }
            if (approvers < approvals) {
                throw new InvalidValueException(
                        TYPE,
                        "approver",
                        approvers + (approvers == 1 ? " key" : " keys"),
                        "at least as many keys of approvers as approvals are asked for, " + approvals);
            }
            return new TrustedKeys(this);
        }

        private long count(Role role) {
            return keys.values().stream()
                    .filter(entry -> entry.roles().contains(role))
                    .count();
        }
    }
}
