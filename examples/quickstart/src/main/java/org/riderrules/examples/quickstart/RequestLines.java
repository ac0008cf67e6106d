package org.riderrules.examples.quickstart;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.riderrules.api.error.RiderRulesException;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.json.DecisionJson;

/** Requests in the engine's own JSON, one a line, without topics, because every topic is asked. */
final class RequestLines implements FactsFormat {
    @Override
    public void read(Input input, LocalDate asOf, Collection<Topic> topics, Row.Sink sink) throws IOException {
        String asked = topics.stream().map(topic -> '"' + topic.name() + '"').collect(Collectors.joining(","));
        try (Input.Lines lines = input.open()) {
            for (Input.Line line = lines.next(); line != null; line = lines.next()) {
                sink.accept(read(line, asked));
            }
        }
    }

    private static Row read(Input.Line line, String topics) {
        try {
            return new Row.Rider(line.where(), DecisionJson.readRequest(withTopics(line.text(), topics)));
        } catch (RiderRulesException e) {
            return Row.Unreadable.because(line.where(), e);
        }
    }

    /** Added at the end, so that a message about line and column is right for the file too. */
    private static String withTopics(String json, String topics) {
        int end = json.stripTrailing().length() - 1;
        return json.charAt(end) == '}' ? json.substring(0, end) + ",\"topics\":[" + topics + "]}" : json;
    }
}
