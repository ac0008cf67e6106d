package org.riderrules.engine.json;

import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.fact.Fact;

/**
 * Requests, facts and decisions as JSON for interfaces, files and people. Thread-safe; holds no state. For digests
 * there is {@link CanonicalJson}. Schemas (JSON Schema 2020-12) stand beside this library's classes at
 * {@code org/riderrules/schema/request.schema.json} and {@code decision.schema.json}.
 *
 * <p><b>Form.</b> A record is an object with its components in order, null left out. A fact or outcome begins with
 * its {@code "type"}, the record's simple name. Decimals are texts ({@code "4.5"}), whole numbers are numbers, a rate is
 * {@code "186/200"}, days, instants, durations, months and days of the year are ISO 8601 texts ({@code "2026-10-31"},
 * {@code "PT7H30M"}, {@code "2026-10"}, {@code "--05-17"}), currencies are ISO 4217 codes, enum constants and topics
 * are their names.
 *
 * <p><b>Explanations.</b> A node begins with {@code "node"}: {@code rule}, {@code fact}, {@code day}, {@code row},
 * {@code outcome}, {@code none} (there was none) or {@code check} (by the engine itself). Each rule is written once,
 * with an {@code "id"} from 1, where it is met first; elsewhere {@code {"node":"ref","id":1}} stands for it, and
 * reading makes it one shared object again. A rule also carries {@code "texts"}, its reason with the bound values, by
 * language tag: a convenience for people, not kept when it is read.
 *
 * <p><b>Reading is strict.</b> Refused are: unknown and repeated properties, unknown types, values of the wrong kind or
 * out of range, missing fields, anything after the end, {@code NaN}, documents of more than 16777216 characters or 500
 * levels. The order of properties does not matter, {@code null} is the same as leaving out, and lists of a request and
 * its facts may be left out when empty. A rate may also be written {@code "93 %"}, {@code "0.93"} or as the number
 * {@code 0.93}, and a decimal as a number; both are taken exactly as written. Every refusal is an
 * {@link InvalidRequestException} whose {@code field()} is the JSON path ({@code facts[3].onTimeRate}, without its middle
 * beyond 240 characters) and whose message has line, column, the value, and what is allowed. No other exception is
 * thrown, whatever the text.
 */
public final class DecisionJson {
    private DecisionJson() {}

    /** The request on one line, without a line break. */
    public static String write(DecisionRequest request) {
        return RecordWriter.write(request, false);
    }

    /**
     * The decision on one line, without a line break.
     *
     * @throws IllegalArgumentException when in its explanation rules rest on rules more than 200 times
     */
    public static String write(Decision decision) {
        return RecordWriter.write(decision, false);
    }

    /** The fact on one line, without a line break. */
    public static String write(Fact fact) {
        return RecordWriter.write(fact, false);
    }

    /** The request on several lines, indented by two spaces, each ended by a line feed. */
    public static String writeIndented(DecisionRequest request) {
        return RecordWriter.write(request, true);
    }

    /**
     * The decision on several lines, indented by two spaces, each ended by a line feed.
     *
     * @throws IllegalArgumentException when in its explanation rules rest on rules more than 200 times
     */
    public static String writeIndented(Decision decision) {
        return RecordWriter.write(decision, true);
    }

    /** The fact on several lines, indented by two spaces, each ended by a line feed. */
    public static String writeIndented(Fact fact) {
        return RecordWriter.write(fact, true);
    }

    /**
     * Reads a request.
     *
     * @throws InvalidRequestException naming path, line, column, value and what is allowed, for the first thing wrong
     */
    public static DecisionRequest readRequest(String json) {
        return RecordReader.read(json, DecisionRequest.class, "request");
    }

    /**
     * Reads a decision.
     *
     * @throws InvalidRequestException naming path, line, column, value and what is allowed, for the first thing wrong
     */
    public static Decision readDecision(String json) {
        return RecordReader.read(json, Decision.class, "decision");
    }

    /**
     * Reads a fact.
     *
     * @throws InvalidRequestException naming path, line, column, value and what is allowed, for the first thing wrong
     */
    public static Fact readFact(String json) {
        return RecordReader.read(json, Fact.class, "fact");
    }
}
