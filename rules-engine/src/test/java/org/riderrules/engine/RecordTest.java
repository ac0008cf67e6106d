package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.error.OtherRegionException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.NeedsReview;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionListener;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.Fixed;
import org.riderrules.engine.audit.MemoryStore;
import org.riderrules.engine.audit.MemoryVault;
import org.riderrules.engine.audit.OnStoreFailure;
import org.riderrules.engine.audit.RecordedCall;
import org.riderrules.engine.audit.RecordedDecision;
import org.riderrules.engine.audit.RecordedFailure;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.trust.Trust;

/** One record for every call, whatever comes of it. */
class RecordTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/riderrules/engine/audit/golden.jsonl");
    private static final String PENALTY = """
              $v : Violation( $id : id, $code : code, $evidence : evidence )
              $a : AsOf( $asOf : date )
            then
              insert( new WarningIssued( $id, $code, $evidence, "handbook 4", "mend", "appeal", $asOf.plusDays(14),
                                         $asOf, $asOf.plusDays(90) ) );
            """;

    private final MemoryStore store = new MemoryStore();
    private final MemoryVault vault = new MemoryVault(Fixed.random(7));
    private AuditTrail trail = Fixed.trail(store, vault).open();

    @AfterEach
    void closeTrail() {
        store.recover();
        trail.close();
    }

    private RulesEngines.Builder builder(SmallPack pack) {
        return RulesEngines.builder()
                .packs(pack.source(), Trust.directoryForDevelopment())
                .clock(Fixed.CLOCK)
                .audit(trail);
    }

    private RecordedCall onlyCall() {
        assertThat(store.calls()).hasSize(1);
        return trail.open(store.calls().get(0)).call();
    }

    @Test
    void A_decision_leaves_one_record_with_its_id_facts_rows_rules_and_pack() {
        ManagedRulesEngine engine = builder(new SmallPack()).build();
        DecisionRequest request = Requests.orders(50, "48/50");
        Decision decision = engine.decide(request);

        RecordedCall call = onlyCall();
        assertThat(call.request()).isEqualTo(request);
        assertThat(call.knownAt()).isEqualTo(Requests.KNOWN);
        assertThat(call.failure()).isNull();
        RecordedDecision recorded = call.decisions().get(0);
        assertThat(decision.id()).matches("tiering:1:[0-9a-f]{16}").isEqualTo(recorded.id());
        assertThat(recorded.pack()).isEqualTo("tiering");
        assertThat(recorded.packDigest()).isEqualTo(decision.provenance().packDigest());
        assertThat(recorded.factsDigest()).isEqualTo(decision.provenance().factsDigest());
        assertThat(recorded.rows()).isEqualTo(decision.provenance().rowsUsed());
        assertThat(recorded.rulesFired()).isEqualTo(decision.provenance().rulesFired());
        assertThat(recorded.invariantsChecked()).isEqualTo(decision.provenance().invariantsChecked());
        assertThat(recorded.outcomes().get(0).outcome())
                .isEqualTo(decision.outcomes().get(0));
        assertThat(recorded.outcomes().get(0).rule()).isZero();
        assertThat(recorded.rules().get(0).id()).isEqualTo("tiering.assign");
        assertThat(recorded.rules().get(0).grounds()).containsExactly("day", "rule:1", "none:Qualified");
        assertThat(recorded.rules().get(1).grounds()).containsExactly("row:2", "fact:0");
        assertThat(recorded.rules().get(1).bindings()).containsEntry("onTime", "48/50");
        AuditEntry entry = store.calls().get(0);
        assertThat(entry.keys().packs()).containsExactly("tiering/1");
        assertThat(entry.keys().outcomes()).containsExactly("TierAssigned");
        assertThat(entry.keys().asOf()).isEqualTo(Requests.DAY);
        assertThat(entry.keys().rider()).matches("[0-9a-f]{32}");
    }

    @Test
    void A_call_of_several_topics_is_one_record_with_an_id_for_each_decision() {
        List<Decision> decisions = builder(CarePack.files())
                .build()
                .decideAll(CarePack.request()
                        .topic(Topic.TIERING)
                        .fact(CarePack.illness(9))
                        .fact(Requests.june()
                                .completedOrders(1)
                                .onTimeRate(Rate.of(1, 1))
                                .build())
                        .build());
        RecordedCall call = onlyCall();
        assertThat(decisions).extracting(Decision::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(call.decisions())
                .extracting(RecordedDecision::id)
                .isEqualTo(store.calls().get(0).keys().decisions());
        assertThat(decisions)
                .extracting(Decision::id)
                .isEqualTo(store.calls().get(0).keys().decisions());
    }

    @Test
    void The_same_call_in_another_place_has_another_id() {
        ManagedRulesEngine engine = builder(new SmallPack()).build();
        String first = engine.decide(Requests.orders(50, "48/50")).id();
        String second = engine.decide(Requests.orders(50, "48/50")).id();
        assertThat(first).startsWith("tiering:1:");
        assertThat(second).startsWith("tiering:2:");
        assertThat(first.substring(10)).isNotEqualTo(second.substring(10));
    }

    @Test
    void A_decision_that_needs_review_is_recorded_with_what_was_found() {
        String two = """
                  $a : AsOf( $asOf : date )
                then
                  insert( new TierAssigned( "%s", 1, TierMovement.FIRST, $asOf, $asOf.plusDays(7) ) );
                """;
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(
                        new RulePack()
                                .topic("tiering", "", two.formatted("A"), two.formatted("B"))
                                .source(),
                        Trust.directoryForDevelopment())
                .audit(trail)
                .build();
        Decision decision = engine.decide(Requests.tiering().build());
        assertThat(decision.has(NeedsReview.class)).isTrue();
        RecordedDecision recorded = onlyCall().decisions().get(0);
        assertThat(recorded.outcomes().get(0).check()).isEqualTo("one-tier");
        assertThat(recorded.outcomes().get(0).found()).contains("A");
    }

    @Test
    void A_call_that_no_pack_decides_is_recorded_as_failed() {
        ManagedRulesEngine engine = builder(new SmallPack()).build();
        DecisionRequest request =
                Requests.tiering().asOf(LocalDate.of(2020, 1, 1)).build();
        assertThatExceptionOfType(NoPackInForceException.class).isThrownBy(() -> engine.decide(request));
        RecordedCall call = onlyCall();
        assertThat(call.request()).isEqualTo(request);
        assertThat(call.decisions()).isEmpty();
        assertThat(call.failure().error()).isEqualTo("NoPackInForceException");
        assertThat(call.failure().topic()).isEqualTo(Topic.TIERING);
        assertThat(call.failure().message()).contains("2020-01-01");
        assertThat(store.calls().get(0).keys().outcomes()).containsExactly("NoPackInForceException");
    }

    @Test
    void A_request_that_is_refused_is_recorded() {
        ManagedRulesEngine engine = builder(CarePack.files()).build();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        engine.decide(CarePack.request().topic(Topic.TIERING).build()));
        assertThat(onlyCall().failure().error()).isEqualTo("InvalidRequestException");
    }

    @Test
    void A_pack_that_runs_away_is_recorded_with_its_digest() {
        ManagedRulesEngine engine = builder(new SmallPack())
                .budgets(Budgets.builder().firings(1).build())
                .build();
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> engine.decide(Requests.orders(50, "48/50")));
        RecordedFailure failure = onlyCall().failure();
        assertThat(failure.error()).isEqualTo("BudgetExceededException");
        assertThat(failure.pack()).isEqualTo("tiering/1");
        assertThat(failure.packDigest()).isEqualTo(engine.packs().get(0).digest());
    }

    @Test
    void A_market_of_another_region_is_refused_before_it_is_decided_and_nothing_of_the_rider_is_kept() {
        MemoryStore european = new MemoryStore("eu");
        List<String> heard = new ArrayList<>();
        DecisionListener listener =
                (request, decision) -> heard.add(decision.topic().name());
        try (AuditTrail here = Fixed.trail(european, vault)
                .regions(Map.of("HK", "asia", "NL", "eu"))
                .open()) {
            ManagedRulesEngine engine = RulesEngines.builder()
                    .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                    .listener(listener)
                    .audit(here)
                    .build();
            assertThatExceptionOfType(OtherRegionException.class)
                    .isThrownBy(() -> engine.decide(Requests.orders(50, "48/50")))
                    .withMessage("market HK belongs to region \"asia\", but memory holds data of region \"eu\"; ask the"
                            + " engine of that region, or name the market's region when the engine is built");
            RecordedCall call = here.open(european.calls().get(0)).call();
            assertThat(european.calls()).hasSize(1);
            assertThat(call.request()).isNull();
            assertThat(call.failure().error()).isEqualTo("OtherRegionException");
            assertThat(european.calls().get(0).keys().rider()).isNull();
            assertThat(european.calls().get(0).text()).doesNotContain("R-1001").doesNotContain("48/50");
        }
        assertThat(heard).isEmpty();
        assertThat(vault.find("R-1001")).isNull();
    }

    @Test
    void A_market_without_a_region_is_refused_where_the_store_has_one() {
        try (AuditTrail here = Fixed.trail(new MemoryStore("eu"), vault).open()) {
            ManagedRulesEngine engine = RulesEngines.builder()
                    .packs(new SmallPack().source(), Trust.directoryForDevelopment())
                    .audit(here)
                    .build();
            assertThatExceptionOfType(OtherRegionException.class)
                    .isThrownBy(() -> engine.decide(Requests.orders(50, "48/50")))
                    .withMessageContaining("belongs to no region that is known here");
        }
    }

    @Test
    void Without_a_trail_a_decision_has_no_id() {
        ManagedRulesEngine engine = RulesEngines.create(new SmallPack().source(), Trust.directoryForDevelopment());
        assertThat(engine.decide(Requests.orders(50, "48/50")).id()).isNull();
    }

    @Test
    void Listeners_hear_a_decision_with_its_id_and_not_when_it_could_not_be_recorded() {
        List<String> heard = new ArrayList<>();
        ManagedRulesEngine engine = builder(new SmallPack())
                .listener((request, decision) -> heard.add(decision.id()))
                .build();
        String id = engine.decide(Requests.orders(50, "48/50")).id();
        store.fail(StoreException.Problem.FULL);
        assertThatExceptionOfType(NotRecordedException.class)
                .isThrownBy(() -> engine.decide(Requests.orders(50, "48/50")))
                .withMessage("not recorded in memory: FULL; nothing was decided; see the cause, mend the store, and ask"
                        + " again");
        assertThat(heard).containsExactly(id);
        assertThat(store.calls()).hasSize(1);
    }

    @Test
    void When_a_failed_call_cannot_be_recorded_both_failures_are_told() {
        ManagedRulesEngine engine = builder(new SmallPack()).build();
        store.fail(StoreException.Problem.UNAVAILABLE);
        Throwable thrown = catchThrowable(
                () -> engine.decide(Requests.tiering().market("BR").build()));
        assertThat(thrown).isInstanceOf(NotRecordedException.class).hasCauseInstanceOf(StoreException.class);
        assertThat(thrown.getSuppressed()).hasExactlyElementsOfTypes(NoPackInForceException.class);
    }

    @Test
    void Where_the_host_allows_it_a_decision_goes_out_unrecorded_and_is_counted_but_a_penalty_never_does() {
        trail.close();
        trail = Fixed.trail(store, vault)
                .onStoreFailure(OnStoreFailure.DROP_AND_COUNT)
                .open();
        ManagedRulesEngine engine = RulesEngines.builder()
                .packs(new RulePack().topic("violations", "", PENALTY).source(), Trust.directoryForDevelopment())
                .audit(trail)
                .build();
        DecisionRequest harmless = DecisionRequest.about("R-2")
                .topic(Topic.VIOLATIONS)
                .market("HK")
                .capacity(Capacity.FLEET)
                .asOf(Requests.DAY)
                .build();
        DecisionRequest penalised = DecisionRequest.about("R-2")
                .topic(Topic.VIOLATIONS)
                .market("HK")
                .capacity(Capacity.FLEET)
                .asOf(Requests.DAY)
                .fact(Violation.builder()
                        .id("V-1")
                        .code("LATE")
                        .occurredOn(Requests.DAY)
                        .status(ViolationStatus.REPORTED)
                        .evidence(List.of("photo 1"))
                        .build())
                .build();
        store.fail(StoreException.Problem.FULL);
        assertThat(engine.decide(harmless).id()).isNull();
        assertThat(engine.decide(harmless).id()).isNull();
        assertThat(trail.lost()).isEqualTo(2);
        assertThatExceptionOfType(NotRecordedException.class).isThrownBy(() -> engine.decide(penalised));
        assertThat(trail.lost()).isEqualTo(2);

        store.recover();
        assertThat(engine.decide(penalised).id()).startsWith("violations:2:");
        List<AuditEntry> loss =
                trail.entries(EntryQuery.where().kind(EntryKind.LOSS).build()).toList();
        assertThat(loss).hasSize(1);
        assertThat(loss.get(0).sequence()).isEqualTo(1);
        assertThat(loss.get(0).text()).contains("\"body\":{\"calls\":2}");
        assertThat(trail.lost()).isEqualTo(2);
    }

    /** Byte for byte: a change here changes every digest and every proof, and needs a new format number. */
    @Test
    void Every_kind_of_record_is_written_as_it_was_when_it_was_first_read() throws Exception {
        ManagedRulesEngine plain = RulesEngines.builder()
                .packs(CarePack.files().source(), Trust.directoryForDevelopment())
                .build();
        DecisionRequest two = CarePack.request()
                .topic(Topic.TIERING)
                .fact(CarePack.illness(9))
                .fact(Requests.june()
                        .completedOrders(50)
                        .onTimeRate(Rate.of(48, 50))
                        .build())
                .build();
        trail.record(
                two, plain.decideAll(two).stream().map(RecordTest::byEngine1).toList(), null);
        DecisionRequest missing = Requests.tiering().build();
        trail.record(
                missing,
                plain.decideAll(missing).stream().map(RecordTest::byEngine1).toList(),
                "tiering:1:x");
        trail.recordFailure(
                Requests.orders(1, "1/1"),
                plain.packs(),
                "1.0.0",
                new NoPackInForceException("tiering", "HK", "2026-07-14", "sal\u00e3o \ud83d\udef5"));
        trail.recordFailure(
                Requests.orders(1, "1/1"), plain.packs(), "1.0.0", new OtherRegionException("HK", null, "m", "eu"));
        trail.erase("R-1001");
        trail.close();
        StringBuilder lines = new StringBuilder();
        store.lines().forEach(line -> lines.append(new String(line, StandardCharsets.UTF_8)));
        if (Boolean.getBoolean("riderrules.regenerate")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, lines);
        }
        assertThat(lines.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    /** With what another version of the engine or of the test's pack would change fixed. */
    private static Decision byEngine1(Decision decision) {
        Provenance from = decision.provenance();
        return new Decision(
                null,
                decision.riderId(),
                decision.topic(),
                decision.market(),
                decision.capacity(),
                decision.scenario(),
                decision.asOf(),
                decision.knownAt(),
                decision.outcomes(),
                decision.explanation(),
                new Provenance(
                        from.pack(),
                        from.version(),
                        "sha256:" + "0".repeat(64),
                        from.factsDigest(),
                        "1.0.0",
                        from.rowsUsed(),
                        from.rulesFired(),
                        List.of("PerformanceWindow.refusalRate (a law)"),
                        List.of("one-tier")));
    }
}
