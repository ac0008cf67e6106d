package org.riderrules.api.fact;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.Require;

/**
 * One item of an inspection's checklist.
 *
 * @param inspectionId the inspection it belongs to
 * @param item the checklist item, a code of the market's own list
 * @param passed whether it was in order
 */
public record InspectionItem(
        String inspectionId, @NotPersonal String item, boolean passed) implements Fact {

    private static final String TYPE = "InspectionItem";

    /** @throws InvalidValueException naming the first field whose value is not allowed */
    public InspectionItem {
        Require.code(TYPE, "inspectionId", inspectionId);
        Require.code(TYPE, "item", item);
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String identity() {
        return TYPE + " " + inspectionId + " " + item;
    }

    /** Builds a {@link InspectionItem}; not thread-safe. What is not set stays unknown. */
    public static final class Builder {
        private @Nullable String inspectionId;
        private @Nullable String item;
        private @Nullable Boolean passed;

        private Builder() {}

        /** Sets the inspection it belongs to. */
        public Builder inspectionId(String inspectionId) {
            this.inspectionId = inspectionId;
            return this;
        }

        /** Sets the checklist item, a code of the market's own list. */
        public Builder item(String item) {
            this.item = item;
            return this;
        }

        /** Sets whether it was in order. */
        public Builder passed(boolean passed) {
            this.passed = passed;
            return this;
        }

        /**
         * Builds the fact.
         *
         * @throws InvalidValueException naming the first field that is missing or out of its range
         */
        public InspectionItem build() {
            return new InspectionItem(
                    Require.present(TYPE, "inspectionId", inspectionId),
                    Require.present(TYPE, "item", item),
                    Require.present(TYPE, "passed", passed));
        }
    }
}
