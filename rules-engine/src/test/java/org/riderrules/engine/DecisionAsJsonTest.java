package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.json.DecisionJson;
import org.riderrules.engine.trust.Trust;

/** What the engine really decides survives as JSON, explanation and all. */
class DecisionAsJsonTest {

    private static void survives(DecisionRequest request, Decision decision) throws Exception {
        assertThat(DecisionJson.readRequest(DecisionJson.write(request))).isEqualTo(request);
        String written = DecisionJson.write(decision);
        assertThat(DecisionJson.readDecision(written)).isEqualTo(decision);
        assertThat(DecisionJson.readDecision(DecisionJson.writeIndented(decision)))
                .isEqualTo(decision);
        assertThat(CanonicalJson.bytes(DecisionJson.readDecision(written))).isEqualTo(CanonicalJson.bytes(decision));
        try (InputStream file = DecisionAsJsonTest.class
                .getClassLoader()
                .getResourceAsStream("org/riderrules/schema/decision.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file);
            assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void A_decision_with_fired_rules_facts_and_rows_is_read_as_it_was_decided() throws Exception {
        RulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        DecisionRequest request = Requests.orders(44, "97 %");
        Decision decision = engine.decide(request);
        assertThat(DecisionJson.write(decision))
                .contains("\"node\":\"rule\"", "\"node\":\"fact\"", "\"node\":\"row\"", "\"texts\":{");
        survives(request, decision);
    }

    @Test
    void A_decision_that_nothing_is_known_for_is_read_as_it_was_decided() throws Exception {
        RulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        DecisionRequest request = Requests.tiering().build();
        Decision decision = engine.decide(request);
        assertThat(DecisionJson.write(decision)).contains("\"node\":\"check\"");
        survives(request, decision);
    }

    @Test
    void A_decision_asked_for_as_JSON_is_the_same_decision() {
        RulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        DecisionRequest request = Requests.orders(44, "97 %");
        List<Decision> decisions =
                List.of(engine.decide(request), engine.decide(DecisionJson.readRequest(DecisionJson.write(request))));
        assertThat(DecisionJson.write(decisions.get(0))).isEqualTo(DecisionJson.write(decisions.get(1)));
        assertThat(CanonicalJson.digest(decisions.get(0))).isEqualTo(CanonicalJson.digest(decisions.get(1)));
    }
}
