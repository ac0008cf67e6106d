package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.fact.RiderProfile;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.RiderSecret;
import org.riderrules.engine.json.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing personal stands in a record in clear, and without its secret none of it can be had back. */
@StatisticsReport(onFailureOnly = true)
class PrivacyProperties {

    private static AuditEntry recorded(DecisionRequest request, Decision decision, MemoryVault vault) {
        MemoryStore store = new MemoryStore();
        try (AuditTrail trail = Fixed.trail(store, vault).open()) {
            trail.record(request, List.of(decision), null);
        }
        return store.calls().get(0);
    }

    @Property(tries = 300)
    void No_personal_text_of_a_call_stands_in_its_record(@ForAll long seed) {
        TrailSamples samples = new TrailSamples(seed);
        Marked marked = new Marked();
        DecisionRequest request = marked.request(samples.request());
        Decision decision = marked.decision(samples.decision());
        MemoryVault vault = new MemoryVault();
        AuditEntry entry = recorded(request, decision, vault);
        assertThat(entry.text()).doesNotContain("personal-word");
        assertThat(OpenedEntry.open(entry, vault, "memory").json())
                .contains(marked.words().get(0));
        Statistics.label("words looked for").collect(marked.words().size() < 10 ? "few" : "many");
        Statistics.label("facts").collect(request.facts().isEmpty() ? "none" : "some");
        Statistics.label("words looked for").coverage(seen -> seen.check("many").count(count -> count > 50));
        Statistics.label("facts").coverage(seen -> seen.check("some").count(count -> count > 50));
    }

    /** Numbers, days and flags, too: whatever is not on the list of what stays readable is sealed, wherever it stands. */
    @Property(tries = 300)
    void Every_value_of_a_fact_or_outcome_is_sealed_unless_it_is_declared_not_personal(@ForAll long seed)
            throws IOException {
        TrailSamples samples = new TrailSamples(seed);
        AuditEntry entry = recorded(samples.request(), samples.decision(), new MemoryVault());
        Map<String, TreeSet<String>> open = new TreeMap<>();
        Set<String> types = new TreeSet<>();
        for (Class<?> family : List.of(Fact.class, Outcome.class)) {
            collectOpen(family, open);
            collectTypes(family, types);
        }
        int[] sealed = {0};
        visit(JsonMapper.shared().readTree(entry.text()), node -> {
            JsonNode type = node.get("type");
            if (type != null && types.contains(type.asString())) {
                node.properties().forEach(property -> {
                    String name = property.getKey();
                    if (!name.equals("type")
                            && !open.getOrDefault(type.asString(), new TreeSet<>())
                                    .contains(name)) {
                        assertThat(property.getValue().toString())
                                .as(type.asString() + "." + name)
                                .matches("\\{\"sealed\":\\[\"[A-Za-z0-9_-]{43}\"\\]\\}");
                        sealed[0]++;
                    }
                });
            }
        });
        Statistics.label("sealed").collect(sealed[0] == 0 ? "none" : sealed[0] < 10 ? "few" : "many");
        Statistics.label("sealed").coverage(seen -> seen.check("many").count(count -> count > 50));
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> visit(child, visitor));
    }

    private static void collectTypes(Class<?> type, Set<String> types) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                collectTypes(member, types);
            }
        } else {
            types.add(type.getSimpleName());
        }
    }

    @Property(tries = 300)
    void With_the_secret_everything_comes_back_as_it_was(@ForAll long seed) {
        TrailSamples samples = new TrailSamples(seed);
        DecisionRequest request = samples.request();
        Decision decision = samples.decision();
        MemoryVault vault = new MemoryVault();
        AuditEntry entry = recorded(request, decision, vault);
        RecordedCall call = OpenedEntry.open(entry, vault, "memory").call();
        // In normal form C: that is how texts are recorded.
        assertThat(CanonicalJson.text(call.request())).isEqualTo(CanonicalJson.text(request));
        assertThat(call.decisions()).hasSize(1);
        RecordedDecision recorded = call.decisions().get(0);
        assertThat(recorded.id()).isEqualTo(entry.keys().decisions().get(0));
        assertThat(CanonicalJson.text(recorded.outcomes().stream()
                        .map(RecordedOutcome::outcome)
                        .toList()))
                .isEqualTo(CanonicalJson.text(decision.outcomes()));
        assertThat(CanonicalJson.text(recorded.factsDigest()))
                .isEqualTo(CanonicalJson.text(decision.provenance().factsDigest()));
    }

    @Property(tries = 100)
    void The_same_call_gives_the_same_bytes_and_another_secret_other_commitments(@ForAll long seed) {
        DecisionRequest request = new TrailSamples(seed).request();
        Decision decision = new TrailSamples(seed).decision();
        MemoryVault vault = new MemoryVault();
        AuditEntry one = recorded(request, decision, vault);
        assertThat(recorded(new TrailSamples(seed).request(), new TrailSamples(seed).decision(), vault))
                .isEqualTo(one);
        List<OpenedEntry.Leaf> leaves = OpenedEntry.open(one, vault, "memory").leaves();
        MemoryVault other = new MemoryVault();
        AuditEntry two = recorded(request, decision, other);
        assertThat(two.text()).isNotEqualTo(one.text());
        assertThat(OpenedEntry.open(two, other, "memory").leaves())
                .hasSameSizeAs(leaves)
                .noneMatch(leaf -> leaves.stream().anyMatch(each -> each.salt().equals(leaf.salt())));
    }

    @Property(tries = 100)
    void Each_leaf_can_be_shown_alone_and_a_wrong_value_cannot(@ForAll long seed) {
        TrailSamples samples = new TrailSamples(seed);
        MemoryVault vault = new MemoryVault();
        AuditEntry entry = recorded(samples.request(), samples.decision(), vault);
        OpenedEntry opened = OpenedEntry.open(entry, vault, "memory");
        byte[] record = entry.record();
        EntryLine.Envelope envelope = EntryLine.Envelope.read(record);
        String body = new String(
                record, envelope.bodyFrom(), envelope.bodyTo() - envelope.bodyFrom(), StandardCharsets.UTF_8);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (OpenedEntry.Leaf leaf : opened.leaves()) {
            String place = new String(bytes, leaf.place(), "{\"sealed\":[\"".length() + 43, StandardCharsets.UTF_8);
            assertThat(place).isEqualTo("{\"sealed\":[\"" + committed(leaf.salt(), leaf.value()));
            assertThat(place).isNotEqualTo("{\"sealed\":[\"" + committed(leaf.salt(), leaf.value() + " "));
        }
        assertThat(opened.leaves()).isNotEmpty();
    }

    private static String committed(String salt, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Seal.commitment(Base64.getUrlDecoder().decode(salt), bytes, 0, bytes.length));
    }

    /** A number from 0 to 30: whoever has the record, but not the secret, tries them all. */
    @Example
    void A_value_of_a_small_domain_cannot_be_guessed_without_its_salt() {
        DecisionRequest request = new TrailSamples(1).request();
        DecisionRequest about = DecisionRequest.about("R-1")
                .topics(request.topics())
                .market("HK")
                .capacity(request.capacity())
                .asOf(request.asOf())
                .fact(RiderProfile.builder().dependants(3).build())
                .build();
        MemoryVault vault = new MemoryVault();
        AuditEntry entry = recorded(about, new TrailSamples(1).decision(), vault);
        OpenedEntry.Leaf leaf = OpenedEntry.open(entry, vault, "memory").leaves().stream()
                .filter(each -> each.value().equals("3"))
                .findFirst()
                .orElseThrow();
        String committed = committed(leaf.salt(), "3");
        assertThat(entry.text()).contains(committed);
        vault.erase("R-1");
        assertThat(OpenedEntry.open(entry, vault, "memory")).isNull();
        List<String> known = List.of("", "R-1", String.valueOf(entry.keys().rider()), entry.hash());
        for (int dependants = 0; dependants <= 30; dependants++) {
            for (String guess : known) {
                byte[] salt = Sha256.of(guess.getBytes(StandardCharsets.UTF_8));
                assertThat(entry.text())
                        .doesNotContain(committed(
                                Base64.getUrlEncoder().withoutPadding().encodeToString(salt), "" + dependants))
                        .doesNotContain(committed("", "" + dependants));
            }
            for (int secret = 0; secret < 50; secret++) {
                RiderSecret other = RiderSecret.fresh(Fixed.random(secret));
                String foreign = Base64.getUrlEncoder().withoutPadding().encodeToString(other.key());
                assertThat(entry.text()).doesNotContain(committed(foreign, "" + dependants));
            }
        }
    }

    /** Personal is what nobody has declared otherwise; who declares one more must say so here. */
    @Example
    void What_stays_readable_of_facts_and_outcomes_for_ever_is_this() {
        Map<String, TreeSet<String>> open = new TreeMap<>();
        for (Class<?> family : List.of(Fact.class, Outcome.class)) {
            collectOpen(family, open);
        }
        List<String> lines = open.entrySet().stream()
                .map(each -> each.getKey() + " " + String.join(" ", each.getValue()))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "BenefitGranted code currency kind level",
                        "BenefitWithheld code kind remedy",
                        "DeductionAssessed appealRoute code currency policy remedy",
                        "DetrimentRecommended appealRoute outcome policy remedy",
                        "Document kind",
                        "EarlierDecision outcome topic",
                        "GateClosed gate remedy",
                        "GateOpened gate",
                        "IncentiveEarned budgetLine code currency",
                        "IncentivePayable cap currency",
                        "IncentiveWithheld code remedy",
                        "InspectionItem item",
                        "InsufficientData field",
                        "Measure name unit",
                        "NeedsReview invariant",
                        "NotGranted subject",
                        "PointsAssessed appealRoute code policy remedy",
                        "PointsInForce limit",
                        "PointsRecovered ground",
                        "SanctionRecommended action appealRoute code policy remedy",
                        "TierAssigned movement rank tier",
                        "TierGateMissed kpi required tier",
                        "TierShielded ground",
                        "TrainingAssessed module phase status",
                        "TrainingRequired module phase remedy",
                        "TrainingResult method module phase",
                        "Violation code status",
                        "ViolationExempted code ground",
                        "WarningIssued appealRoute code policy remedy");
    }

    private static void collectOpen(Class<?> type, Map<String, TreeSet<String>> open) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                collectOpen(member, open);
            }
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(NotPersonal.class)) {
                open.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(component.getName());
            }
        }
    }
}
