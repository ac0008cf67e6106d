package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.NotRecordedException;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.EntryKeys;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;

/** What a trail promises about order, failure, erasure and ends. */
class TrailTest {
    private final MemoryStore store = new MemoryStore();
    private final MemoryVault vault = new MemoryVault();

    @Personal
    record Statement(@NotPersonal String about, String said) {}

    private AuditTrail.Builder trail() {
        return Fixed.trail(store, vault);
    }

    private Verdict verdict(boolean open) {
        return new ChainVerifier(List.of(Fixed.KEY.verifyingKey()), open).verify(store);
    }

    private static void note(AuditTrail trail, String text) {
        trail.append(EntryKind.PROCESS, "R-1", EntryKeys.NONE, new Statement("appeal", text));
    }

    @Test
    void A_checkpoint_is_signed_after_every_so_many_entries_and_when_the_trail_is_closed() {
        try (AuditTrail trail = trail().checkpointEvery(3).open()) {
            for (int i = 0; i < 5; i++) {
                note(trail, "x");
            }
        }
        // The first covers three entries; every later one also covers the checkpoint before it.
        assertThat(store.all())
                .extracting(entry -> entry.kind().name())
                .containsExactly(
                        "process",
                        "process",
                        "process",
                        "checkpoint",
                        "process",
                        "process",
                        "checkpoint",
                        "checkpoint");
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void A_trail_goes_on_where_it_ended_whether_it_was_closed_or_not() {
        AuditTrail first = trail().checkpointEvery(4).open();
        note(first, "one");
        note(first, "two");
        // Not closed: as after a crash.
        try (AuditTrail second = trail().checkpointEvery(4).open()) {
            note(second, "three");
        }
        try (AuditTrail third = trail().checkpointEvery(4).open()) {
            note(third, "four");
        }
        assertThat(verdict(false)).isInstanceOfSatisfying(Verdict.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(6);
            assertThat(intact.checkpoints()).isEqualTo(2);
        });
        assertThat(store.all()).extracting(AuditEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void Closing_what_has_nothing_new_adds_nothing() {
        trail().open().close();
        assertThat(store.all()).isEmpty();
        try (AuditTrail trail = trail().open()) {
            note(trail, "x");
        }
        trail().open().close();
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void An_open_end_is_told_from_a_closed_one() {
        AuditTrail trail = trail().checkpointEvery(2).open();
        for (int i = 0; i < 4; i++) {
            note(trail, "x");
        }
        assertThat(verdict(false))
                .isInstanceOfSatisfying(
                        Verdict.Tampered.class,
                        cut -> assertThat(cut.finding().kind()).isEqualTo(Finding.Kind.CUT_OFF));
        assertThat(verdict(true)).isInstanceOfSatisfying(Verdict.OpenEnd.class, open -> {
            assertThat(open.signed()).isEqualTo(store.last(EntryKind.CHECKPOINT).sequence());
            assertThat(open.head()).isEqualTo(store.last().hash());
        });
        trail.close();
    }

    @Test
    void A_store_of_another_trail_is_refused() {
        try (AuditTrail trail = trail().name("one").open()) {
            note(trail, "x");
        }
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> trail().name("two").open())
                .withMessageContaining("it holds the trail \"one\", not \"two\"")
                .matches(failure -> failure.problem() == StoreException.Problem.CORRUPT);
    }

    @Test
    void After_a_failed_append_the_trail_goes_on_without_a_gap() {
        try (AuditTrail trail = trail().open()) {
            note(trail, "kept");
            store.fail(StoreException.Problem.FULL);
            assertThatExceptionOfType(NotRecordedException.class)
                    .isThrownBy(() -> note(trail, "refused"))
                    .withCauseInstanceOf(StoreException.class);
            store.recover();
            note(trail, "kept again");
        }
        assertThat(store.all()).hasSize(3);
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    /** The connection breaks after the commit: the caller is told that it failed, and yet it is there. */
    @Test
    void When_a_store_kept_what_it_said_it_could_not_keep_the_trail_goes_on_after_it() {
        try (AuditTrail trail = trail().open()) {
            store.after(() -> {
                throw new StoreException(
                        StoreException.Problem.UNAVAILABLE, "memory", "connection lost", "connect again", null);
            });
            assertThatExceptionOfType(NotRecordedException.class).isThrownBy(() -> note(trail, "kept all the same"));
            store.recover();
            note(trail, "next");
        }
        assertThat(store.all()).hasSize(3);
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void A_record_that_waited_too_long_is_taken_back_and_leaves_no_gap() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try (AuditTrail trail = trail().waitAtMost(Duration.ofMillis(200)).open()) {
            CountDownLatch inside = new CountDownLatch(1);
            store.before(() -> {
                inside.countDown();
                await(slow);
            });
            Future<?> first = threads.submit(() -> note(trail, "first"));
            inside.await();
            assertThatExceptionOfType(NotRecordedException.class)
                    .isThrownBy(() -> note(trail, "second"))
                    .withStackTraceContaining("the record waited for PT0.2S and was taken back");
            store.recover();
            slow.countDown();
            try {
                first.get();
            } catch (java.util.concurrent.ExecutionException late) {
                // It waited for longer than the store took to answer; it is recorded all the same.
                assertThat(late).hasCauseInstanceOf(NotRecordedException.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.all()).hasSize(2);
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void What_64_threads_record_is_one_chain_with_every_record_once_and_goes_to_the_store_together() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        Set<String> ids = java.util.concurrent.ConcurrentHashMap.newKeySet();
        try (AuditTrail trail = trail().checkpointEvery(50).open()) {
            store.before(() -> {
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 640; i++) {
                TrailSamples samples = new TrailSamples(i);
                calls.add(threads.submit(
                        () -> ids.add(trail.record(samples.request(), List.of(samples.decision()), null)
                                .get(0)
                                .id())));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            store.recover();
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids).hasSize(640);
        Set<String> recorded = new HashSet<>();
        store.calls().forEach(entry -> recorded.addAll(entry.keys().decisions()));
        assertThat(recorded).isEqualTo(ids);
        assertThat(store.batches()).hasSizeLessThan(500).anyMatch(size -> size > 5);
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void An_interrupted_caller_keeps_the_store_working_and_its_interrupt() throws Exception {
        try (AuditTrail trail = trail().open()) {
            Thread.currentThread().interrupt();
            try {
                note(trail, "interrupted");
            } catch (NotRecordedException expected) {
                assertThat(expected).hasStackTraceContaining("interrupted before its record was written");
            }
            assertThat(Thread.interrupted()).isTrue();
            note(trail, "after");
        }
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void A_clock_that_goes_backwards_changes_no_order() {
        AtomicLong seconds = new AtomicLong(1_000_000);
        Clock backwards = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(seconds.getAndAdd(-3_600));
            }
        };
        try (AuditTrail trail = trail().clock(backwards).checkpointEvery(2).open()) {
            for (int i = 0; i < 5; i++) {
                note(trail, "note " + i);
            }
        }
        assertThat(store.all()).extracting(AuditEntry::sequence).isSorted();
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void An_event_is_sealed_where_it_is_personal_and_can_be_read_back() {
        try (AuditTrail trail = trail().open()) {
            AuditEntry entry = trail.append(
                    EntryKind.PROCESS,
                    "R-1",
                    EntryKeys.NONE.withDecisions(List.of("tiering:1:0011223344556677")),
                    new Statement("appeal", "the road was closed"));
            assertThat(entry.text())
                    .contains("\"about\":\"appeal\"")
                    .doesNotContain("road")
                    .doesNotContain("R-1");
            assertThat(trail.open(entry).body(Statement.class))
                    .isEqualTo(new Statement("appeal", "the road was closed"));
            assertThat(trail.entries(EntryQuery.where()
                            .decision("tiering:1:0011223344556677")
                            .build()))
                    .containsExactly(entry);
            assertThat(trail.entriesOf("R-1")).containsExactly(entry);
            assertThat(trail.entriesOf("R-2")).isEmpty();
        }
    }

    @Test
    void Something_personal_about_nobody_is_refused() {
        try (AuditTrail trail = trail().open()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> trail.append(EntryKind.PROCESS, null, EntryKeys.NONE, new Statement("a", "b"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("name the rider");
        }
        assertThat(store.all()).isEmpty();
    }

    @Test
    void An_erased_rider_cannot_be_read_found_or_connected_and_everything_still_verifies() {
        TrailSamples samples = new TrailSamples(5);
        DecisionRequest request = samples.request();
        String rider = request.riderId();
        try (AuditTrail trail = trail().checkpointEvery(3).open()) {
            trail.record(request, List.of(samples.decision()), null);
            AuditEntry before = store.calls().get(0);
            assertThat(trail.open(before).call().request().riderId()).isEqualTo(rider);
            assertThat(trail.entriesOf(rider)).hasSize(1);
            note(trail, "somebody else");

            assertThat(trail.erase(rider)).isTrue();
            assertThat(trail.open(before)).isNull();
            assertThat(trail.entriesOf(rider)).isEmpty();
            assertThat(vault.findByReference(before.keys().rider())).isNull();
            assertThat(trail.erase(rider)).isFalse();
            AuditEntry marker = store.last(EntryKind.ERASURE);
            assertThat(marker.keys().rider()).isEqualTo(before.keys().rider());
            assertThat(marker.text()).doesNotContain(rider);

            trail.record(request, List.of(samples.decision()), null);
            assertThat(trail.entriesOf(rider)).hasSize(1).noneMatch(entry -> entry.sequence() == before.sequence());
            assertThat(trail.open(store.all().get(1)).body(Statement.class).said())
                    .isEqualTo("somebody else");
            assertThat(before.text()).contains("\"outcomes\":[").contains("\"rulesFired\":[");
        }
        assertThat(verdict(false)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void A_secret_that_belongs_to_another_trail_opens_nothing() {
        AuditEntry entry;
        try (AuditTrail trail = trail().open()) {
            note(trail, "x");
            entry = store.all().get(0);
        }
        MemoryVault foreign = new MemoryVault();
        assertThat(OpenedEntry.open(entry, foreign, "memory")).isNull();
    }

    /** slf4j-simple writes to System.err here, at INFO and above. */
    @Test
    void Nothing_personal_is_logged_at_INFO() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try (AuditTrail trail = trail().open()) {
            note(trail, "the road was closed");
            store.fail(StoreException.Problem.FULL);
            assertThatExceptionOfType(NotRecordedException.class)
                    .isThrownBy(() -> note(trail, "the road was closed"))
                    .satisfies(failure -> {
                        for (Throwable each = failure; each != null; each = each.getCause()) {
                            assertThat(each.toString()).doesNotContain("road").doesNotContain("R-1");
                        }
                    });
            store.recover();
            trail.erase("R-1");
        } finally {
            System.setErr(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .doesNotContain("road")
                .doesNotContain("R-1");
    }

    @Test
    void Settings_out_of_range_are_refused_by_name() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> trail().checkpointEvery(0))
                .withMessage("AuditTrail.checkpointEvery is 0; allowed: 1 to 1000000");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> trail().waitAtMost(Duration.ZERO))
                .withMessage("AuditTrail.waitAtMost is PT0S; allowed: PT0.001S to PT1H");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> trail().waitingAtMost(0))
                .withMessage("AuditTrail.waitingAtMost is 0; allowed: 1 to 1000000");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> trail().name("a b"))
                .withMessageStartingWith("AuditTrail.name is \"a b\"");
    }
}
