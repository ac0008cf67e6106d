package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import org.riderrules.api.fact.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A way of writing riders' facts to a file. */
interface FactsFormat {

    /**
     * Hands on everything the file holds: every rider, and every row that could not be read.
     *
     * @param asOf the effective day, for formats that name none
     * @param topics what to decide about every rider
     */
    void read(Input input, LocalDate asOf, Collection<Topic> topics, Row.Sink sink) throws IOException;

    /**
     * Which format a file has, told by its first line that has one.
     *
     * @throws UsageException when no line has a known format
     */
    static FactsFormat of(Input input) throws IOException {
        try (Input.Lines lines = input.open()) {
            for (Input.Line line = lines.next(); line != null; line = lines.next()) {
                if (RideReader.isHeader(line.text())) {
                    return new SendyDeliveries();
                }
                if (hasProperty(line.text(), "facts")) {
                    return new RequestLines();
                }
                if (hasProperty(line.text(), "completedOrders")) {
                    return new SendyRiders();
                }
            }
        }
        throw new UsageException(input.name() + " has no line that says what it is; expected are JSON objects with"
                + " \"facts\" (requests) or \"completedOrders\" (Sendy riders), or a CSV file with the columns "
                + String.join(", ", RideReader.COLUMNS) + " (Sendy deliveries)");
    }

    private static boolean hasProperty(String line, String property) {
        try {
            JsonNode json = ExactJson.read(line);
            return json.has(property);
        } catch (JacksonException e) {
            return false;
        }
    }
}
