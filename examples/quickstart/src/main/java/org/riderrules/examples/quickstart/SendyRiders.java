package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.fact.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Riders of the Sendy set, one a line, already aggregated. What is null stays unknown. Read is what may decide; age and
 * gender have columns in the source and no place here.
 */
final class SendyRiders implements FactsFormat {
    @Override
    public void read(Input input, LocalDate asOf, Collection<Topic> topics, Row.Sink sink) throws IOException {
        Nairobi nairobi = new Nairobi(asOf, topics);
        try (Input.Lines lines = input.open()) {
            for (Input.Line line = lines.next(); line != null; line = lines.next()) {
                sink.accept(read(line, nairobi));
            }
        }
    }

    private static Row read(Input.Line line, Nairobi nairobi) {
        try {
            JsonNode rider = ExactJson.read(line.text());
            return new Row.Rider(line.where(), nairobi.request(text(rider, "riderId"), facts(rider, nairobi)));
        } catch (JacksonException e) {
            return new Row.Unreadable(line.where(), "no JSON: " + e.getOriginalMessage());
        } catch (RiderRulesException | IllegalArgumentException e) {
            return Row.Unreadable.because(line.where(), e);
        }
    }

    private static List<Fact> facts(JsonNode rider, Nairobi nairobi) {
        JsonNode extra = rider.path("extra");
        Integer orders = count(rider, "completedOrders");
        Integer measured = count(extra, "ordersMeasured");
        Rate peak = rate(extra, "peakShare", orders);
        List<Fact> facts = new ArrayList<>();
        facts.add(nairobi.window()
                .completedOrders(orders)
                .onTimeRate(rate(rider, "onTimeRate", measured))
                .overtimeRate(rate(extra, "severeOvertimeRate", measured))
                .customerRating(number(rider, "customerRating"))
                .peakOrders(peak == null || orders == null || peak.total() != orders ? null : (int) peak.count())
                .implausibleArrivalRate(rate(extra, "implausibleArrivalRate", orders))
                .build());
        Integer tenure = count(extra, "tenureDays");
        if (tenure != null) {
            facts.add(RiderProfile.builder()
                    .joinedOn(nairobi.asOf().minusDays(tenure))
                    .build());
        }
        return facts;
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is " + value + "; a text is expected");
        }
        return value.stringValue();
    }

    private static @Nullable BigDecimal number(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is " + value + "; a number or null is expected");
        }
        return value.decimalValue();
    }

    private static @Nullable Integer count(JsonNode parent, String name) {
        BigDecimal value = number(parent, name);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " is " + value + "; a whole number is expected");
        }
    }

    /**
     * The source publishes a share with four decimals. Where exactly one count of {@code total} rounds to it, the rate
     * is that count of {@code total} again; otherwise it is the decimal as published.
     */
    static @Nullable Rate rate(JsonNode parent, String name, @Nullable Integer total) {
        BigDecimal share = number(parent, name);
        if (share == null) {
            return null;
        }
        if (total != null && total > 0 && total < 10_000) {
            BigDecimal count = share.multiply(BigDecimal.valueOf(total)).setScale(0, RoundingMode.HALF_EVEN);
            BigDecimal miss =
                    share.multiply(BigDecimal.valueOf(total)).subtract(count).abs();
            if (miss.movePointRight(4).multiply(BigDecimal.valueOf(2)).compareTo(BigDecimal.valueOf(total)) <= 0) {
                return Rate.of(count.longValueExact(), total);
            }
        }
        return Rate.of(share);
    }
}
