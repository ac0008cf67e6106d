package org.riderrules.engine.drools;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Currency;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

/** The canonical text of a bound value; whole facts, rows and conclusions have none: they are grounds, not values. */
final class BindingText {
    private BindingText() {}

    static @Nullable String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Currency currency) {
            return currency.getCurrencyCode();
        }
        if (value instanceof Number
                || value instanceof Boolean
                || value instanceof Rate
                || value instanceof Topic
                || value instanceof TemporalAccessor
                || value instanceof java.time.Duration) {
            return value.toString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return null;
    }
}
