package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The schema of records in the jar describes the records that are written, and no others. */
class RecordSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text());

    private static String text() {
        try (InputStream in = RecordSchemaTest.class
                .getClassLoader()
                .getResourceAsStream("org/riderrules/schema/record.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Example
    void Every_kind_of_record_is_valid() throws IOException {
        List<String> lines = Files.readAllLines(GoldenTrail.FILE);
        assertThat(lines).hasSize(6).allSatisfy(line -> assertThat(errors(line)).isEmpty());
    }

    @Property(tries = 200)
    void Every_recorded_call_is_valid(@ForAll long seed) {
        MemoryStore store = new MemoryStore();
        try (AuditTrail trail =
                Fixed.trail(store, new MemoryVault()).checkpointEvery(2).open()) {
            new TrailSamples(seed).recordIn(trail);
        }
        for (byte[] line : store.lines()) {
            assertThat(errors(new String(line, StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Example
    void What_is_not_a_record_is_not_valid() throws IOException {
        String line = Files.readAllLines(GoldenTrail.FILE).get(0);
        for (String[] change : new String[][] {
            {"\"format\":1", "\"format\":2"},
            {"\"sequence\":1", "\"sequence\":0"},
            {"\"riderId\":{\"sealed\":[", "\"riderId\":{\"opened\":["},
            {"\"riderId\":{\"sealed\":[\"", "\"riderId\":{\"sealed\":[\"x"},
            {"\"previous\":\"0", "\"previous\":\"x"},
            {"\"body\":{", "\"body\":{\"more\":1,"},
            {"\"topics\":[", "\"topics\":[\"Tiering\","},
            {"\"rule\":0", "\"rules\":0"}
        }) {
            assertThat(line).contains(change[0]);
            assertThat(errors(line.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
        }
    }
}
