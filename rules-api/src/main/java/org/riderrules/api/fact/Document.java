package org.riderrules.api.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * A document that the host has seen. What it proves, not what it contains.
 *
 * @param id the host's reference, not the document's number
 * @param kind what it proves
 * @param category its class, for instance the licence category {@code A}; null = not known
 * @param heldSince since when the rider has held a document of this kind and category without a break; null = not known
 * @param validFrom first day of validity; null = not known
 * @param validUntil first day on which it is no longer valid, after {@code validFrom}; null = not known
 * @param verified whether the host has verified it; null = not known
 * @param provenAge the highest legal minimum age in years that the document was checked against and meets, 0 to 120; not the rider's age; null = not known
 */
public record Document(
        String id,
        @NotPersonal DocumentKind kind,
        @Nullable String category,
        @Nullable LocalDate heldSince,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Boolean verified,
        @Nullable Integer provenAge)
        implements Fact {

    private static final String TYPE = "Document";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public Document {
        Require.code(TYPE, "id", id);
        Require.present(TYPE, "kind", kind);
        if (category != null) {
            Require.code(TYPE, "category", category);
        }
        if (provenAge != null) {
            Require.range(TYPE, "provenAge", provenAge, 0, 120);
        }
        if (validFrom != null && validUntil != null) {
            Require.after(TYPE, "validUntil", validUntil, "validFrom", validFrom);
        }
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + id;
    }

    /** Builds a {@link Document}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable DocumentKind kind;
        private @Nullable String category;
        private @Nullable LocalDate heldSince;
        private @Nullable LocalDate validFrom;
        private @Nullable LocalDate validUntil;
        private @Nullable Boolean verified;
        private @Nullable Integer provenAge;

        private Builder() {}

        /** Sets the host's reference, not the document's number. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets what it proves. */
        public Builder kind(DocumentKind kind) {
            this.kind = kind;
            return this;
        }

        /** Sets its class, for instance the licence category {@code A}; null or not set = not known. */
        public Builder category(@Nullable String category) {
            this.category = category;
            return this;
        }

        /** Sets since when the rider has held a document of this kind and category without a break; null or not set = not known. */
        public Builder heldSince(@Nullable LocalDate heldSince) {
            this.heldSince = heldSince;
            return this;
        }

        /** Sets first day of validity; null or not set = not known. */
        public Builder validFrom(@Nullable LocalDate validFrom) {
            this.validFrom = validFrom;
            return this;
        }

        /** Sets first day on which it is no longer valid, after {@code validFrom}; null or not set = not known. */
        public Builder validUntil(@Nullable LocalDate validUntil) {
            this.validUntil = validUntil;
            return this;
        }

        /** Sets whether the host has verified it; null or not set = not known. */
        public Builder verified(@Nullable Boolean verified) {
            this.verified = verified;
            return this;
        }

        /** Sets the highest legal minimum age in years that the document was checked against and meets, 0 to 120; not the rider's age; null or not set = not known. */
        public Builder provenAge(@Nullable Integer provenAge) {
            this.provenAge = provenAge;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public Document build() {
            return new Document(
                    Require.present(TYPE, "id", id),
                    Require.present(TYPE, "kind", kind),
                    category,
                    heldSince,
                    validFrom,
                    validUntil,
                    verified,
                    provenAge);
        }
    }
}
