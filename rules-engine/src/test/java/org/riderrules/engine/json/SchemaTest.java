package org.riderrules.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;

/**
 * The schemas in the jar. To make them anew after a change of the API:
 * {@code mvn -pl rules-api,rules-engine -am test -Dtest=SchemaTest -Driderrules.regenerate=true}.
 */
class SchemaTest {
    private static final String FOLDER = "org/riderrules/schema/";
    private static final Schema REQUEST = schema("request");
    private static final Schema DECISION = schema("decision");

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(name));
    }

    private static String resource(String name) {
        try (InputStream schema =
                SchemaTest.class.getClassLoader().getResourceAsStream(FOLDER + name + ".schema.json")) {
            return schema == null ? "{}" : new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> errors(Schema schema, String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String generated(String name) {
        return name.equals("request")
                ? SchemaGenerator.generate(
                        DecisionRequest.class, "urn:riderrules:schema:request", "A question to the rules engine")
                : SchemaGenerator.generate(
                        Decision.class, "urn:riderrules:schema:decision", "An answer of the rules engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "decision"})
    void The_schema_in_the_jar_is_the_one_that_the_API_gives(String name) throws IOException {
        String generated = generated(name);
        if (Boolean.getBoolean("riderrules.regenerate")) {
            Path file = Path.of("src/main/resources", FOLDER, name + ".schema.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        } else if (!resource(name).equals(generated)) {
            fail(name + ".schema.json is stale: the API has changed. Look at what changed, then run\n"
                    + "  mvn -pl rules-api,rules-engine -am test -Dtest=SchemaTest -Driderrules.regenerate=true\n"
                    + "and commit rules-engine/src/main/resources/" + FOLDER + name + ".schema.json");
        }
    }

    @Test
    void Every_schema_is_itself_valid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(resource("request"), InputFormat.JSON)).isEmpty();
        assertThat(meta.validate(resource("decision"), InputFormat.JSON)).isEmpty();
    }

    @Property(tries = 300)
    void Every_written_request_is_valid(@ForAll long seed) {
        DecisionRequest request = new Samples(seed).request();
        assertThat(errors(REQUEST, DecisionJson.write(request))).isEmpty();
        assertThat(errors(REQUEST, DecisionJson.writeIndented(request))).isEmpty();
    }

    @Property(tries = 300)
    void Every_written_decision_is_valid(@ForAll long seed) {
        assertThat(errors(DECISION, DecisionJson.write(new Samples(seed).decision())))
                .isEmpty();
    }

    private static final String REQUEST_WITH = "{\"riderId\":\"R-1\",\"topics\":[\"tiering\"],\"market\":\"HK\","
            + "\"capacity\":\"FLEET\",\"asOf\":\"2026-11-01\",\"facts\":[%s]}";

    /** Right facts, each with one piece that is put in the place of another to make it wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | "WorkLog"    | "WorkLogs"
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | "type"       | "kind"
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | "day"        | "date"
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | 2026-10-31   | 31.10.2026
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | 2026-10-31   | 2026-02-30
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | :7           | :-1
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | :7           | :1001
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | :7           | :"7"
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | :7           | :7.5
            {"type":"WorkLog","day":"2026-10-31","completedOrders":7} | :7           | :7,"speed":1
            {"type":"WorkLog","day":"2026-10-31","worked":"PT7H"}     | PT7H         | 7 hours
            {"type":"PerformanceWindow","periodFrom":"2026-10-01","periodUntil":"2026-11-01","onTimeRate":"186/200"} | "186/200" | "often"
            {"type":"PerformanceWindow","periodFrom":"2026-10-01","periodUntil":"2026-11-01","onTimeRate":0.93} | 0.93 | 1.01
            {"type":"PerformanceWindow","periodFrom":"2026-10-01","periodUntil":"2026-11-01","customerRating":4.5} | 4.5 | 5.01
            {"type":"PerformanceWindow","periodFrom":"2026-10-01","periodUntil":"2026-11-01","customerRating":"4.5"} | 4.5 | 4,5
            {"type":"Engagement","month":"2026-10","income":"5","currency":"HKD"} | ,"currency":"HKD" | ~~
            {"type":"Engagement","month":"2026-10","income":"5","currency":"HKD"} | "HKD"             | "hkd"
            {"type":"Engagement","month":"2026-10","income":"5","currency":"HKD"} | "2026-10"         | "2026-13"
            {"type":"WeatherDay","day":"2026-10-31","level":"LEVEL_I"}            | LEVEL_I           | LEVEL_V
            {"type":"RiderProfile","birthday":"--05-17"}                          | --05-17           | 05-17
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","evidence":["x"]} | "A" | "A B"
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","evidence":["x"]} | "x" | " "
            {"type":"Appeal","id":"A","violationId":"V","grounds":"G","filedOn":"2026-10-01","evidence":["x"]} | ["x"] | "x"
            """)
    void A_wrong_request_is_refused_by_the_schema_and_by_the_reader(String fact, String right, String wrong) {
        String request = REQUEST_WITH.formatted(fact);
        assertThat(errors(REQUEST, request)).isEmpty();
        assertThat(DecisionJson.readRequest(request).facts()).hasSize(1);

        assertThat(fact).contains(right);
        String changed = REQUEST_WITH.formatted(fact.replace(right, wrong));
        assertThat(errors(REQUEST, changed)).isNotEmpty();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> DecisionJson.readRequest(changed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "topics":["tiering"]  | "topics":[]
            "topics":["tiering"]  | "topics":["tiering","tiering"]
            "topics":["tiering"]  | "topics":["Tiering"]
            "topics":["tiering"]  | "topics":"tiering"
            "market":"HK"         | "market":"hk"
            "market":"HK",        | ~~
            "capacity":"FLEET"    | "capacity":"FLEETS"
            "riderId":"R-1"       | "riderId":"R 1"
            "riderId":"R-1"       | "riderId":7
            "facts":[]            | "facts":{}
            "facts":[]            | "fact":[]
            """)
    void A_wrong_question_is_refused_by_the_schema_and_by_the_reader(String right, String wrong) {
        String request = REQUEST_WITH.formatted("");
        assertThat(errors(REQUEST, request)).isEmpty();
        assertThat(request).contains(right);
        String changed = request.replace(right, wrong);
        assertThat(errors(REQUEST, changed)).isNotEmpty();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> DecisionJson.readRequest(changed));
    }

    /** Any property of any object left out, renamed, or given the value of another kind. */
    @Property(tries = 300)
    void A_damaged_decision_that_the_reader_takes_is_valid(@ForAll long seed) {
        Random random = new Random(seed);
        String written = DecisionJson.write(new Samples(seed).decision());
        List<MatchResult> members = Pattern.compile("\"\\w+\":(\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+|\\[]|\\{})")
                .matcher(written)
                .results()
                .toList();
        MatchResult one = members.get(random.nextInt(members.size()));
        String value = List.of("\"\"", "7", "true", "[]", "{}", "\"2026-10-31\"", "[7]")
                .get(random.nextInt(7));
        String changed = written.substring(0, one.start(1)) + value + written.substring(one.end(1));
        boolean read;
        try {
            DecisionJson.readDecision(changed);
            read = true;
        } catch (InvalidRequestException refused) {
            read = false;
        }
        if (read) {
            assertThat(errors(DECISION, changed)).isEmpty();
        }
    }
}
