package org.riderrules.engine.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.RulesEngine;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.process.EvidenceSeen;
import org.riderrules.api.process.Judgement;
import org.riderrules.api.process.ProcessEvent;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.engine.RulePack;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.audit.AuditTrail;
import org.riderrules.engine.audit.Fixed;
import org.riderrules.engine.audit.MemoryStore;
import org.riderrules.engine.audit.MemoryVault;
import org.riderrules.engine.trust.Trust;

/** A host with one engine, two reviewers and a clock that a test moves. RED_... is recommended, the rest is a warning. */
final class Office {
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final Instant MORNING = Instant.parse("2026-12-01T08:00:00Z");
    private static final RulesEngine ENGINE = engine();

    final MovedClock clock = new MovedClock(MORNING);
    final MemoryStore store = new MemoryStore();
    final MemoryVault vault = new MemoryVault(Fixed.random(7));
    final AuditTrail trail = Fixed.trail(store, vault).clock(clock).open();
    final DueProcess process;
    private final List<ProcessEvent> kept = new ArrayList<>();
    private long read;

    Office() {
        this(Map.of());
    }

    Office(Map<String, Jurisdiction> laws) {
        DueProcess.Builder builder = DueProcess.on(trail, reviewers(), clock);
        laws.forEach(builder::law);
        process = builder.build();
    }

    /** The steps that the trail keeps, in order. */
    List<ProcessEvent> events() {
        store.entries(EntryQuery.where().from(read + 1).build()).forEach(entry -> {
            read = entry.sequence();
            if (entry.kind().equals(EntryKind.PROCESS)) {
                kept.add(Objects.requireNonNull(trail.open(entry)).body(ProcessEvent.class));
            }
        });
        return List.copyOf(kept);
    }

    static RulesEngine plainEngine() {
        return ENGINE;
    }

    /** Decides and records, as an engine with this trail does. */
    List<Decision> decide(DecisionRequest request) {
        return trail.record(request, ENGINE.decideAll(request), null);
    }

    static Reviewers reviewers() {
        return (reviewer, market) -> reviewer.startsWith("person-");
    }

    private static RulesEngine engine() {
        String reported = "AsOf( $asOf : date )\n"
                + "$v : Violation( $id : id, $code : code, $day : occurredOn, $evidence : evidence, %s )\n";
        String notice =
                "$evidence, \"Charter 4\", \"mend\", \"appeal\", $asOf.plusDays(14), $asOf, $asOf.plusDays(30) ) );";
        return RulesEngines.create(
                new RulePack()
                        .topic(
                                "violations",
                                "",
                                reported.formatted("status == ViolationStatus.REPORTED, code == \"RED_FRAUD\"")
                                        + "then insert( new SanctionRecommended( $id, $code,"
                                        + " SanctionAction.SUSPENSION, "
                                        + notice,
                                reported.formatted("status == ViolationStatus.REPORTED, code != \"RED_FRAUD\"")
                                        + "then insert( new WarningIssued( $id, $code, " + notice)
                        .source(),
                Trust.directoryForDevelopment());
    }

    static Violation violation(String id, String code, String... evidence) {
        return Violation.builder()
                .id(id)
                .code(code)
                .occurredOn(DAY.minusDays(1))
                .status(ViolationStatus.REPORTED)
                .evidence(List.of(evidence))
                .build();
    }

    static DecisionRequest request(Fact... facts) {
        return DecisionRequest.about("R-1001")
                .topic(Topic.VIOLATIONS)
                .market("HK")
                .capacity(Capacity.CROWDSOURCED)
                .asOf(DAY)
                .knownAt(MORNING)
                .facts(List.of(facts))
                .build();
    }

    /** The only proceeding of a new decision about these facts. */
    Proceeding proceeding(Fact... facts) {
        return process.of(decide(request(facts)).get(0)).get(0);
    }

    Proceeding suspension() {
        return proceeding(violation("V-1", "RED_FRAUD", "photo-1", "gps-2"));
    }

    Proceeding warning() {
        return proceeding(violation("V-2", "LATE", "photo-1"));
    }

    Judgement judgement(String reviewer, String... seen) {
        List<EvidenceSeen> opened = new ArrayList<>();
        for (String each : seen) {
            opened.add(new EvidenceSeen(each, clock.instant().minusSeconds(300)));
        }
        return new Judgement(reviewer, clock.instant(), "The photo shows it.", opened);
    }

    /** Not thread-safe. */
    static final class MovedClock extends Clock {
        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void plusSeconds(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
