package org.riderrules.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;

/** What every store promises, whatever it keeps entries in. */
public abstract class StoreContract {
    private DecisionStore store;

    /** Opens the store of this test: again, when it was open before. */
    protected abstract DecisionStore open() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        store = open();
    }

    @AfterEach
    void closeLast() {
        store.close();
    }

    private void reopen() throws Exception {
        store.close();
        store = open();
    }

    private static List<AuditEntry> all(DecisionStore store) {
        return found(store, EntryQuery.all());
    }

    private static List<AuditEntry> found(DecisionStore store, EntryQuery query) {
        try (Stream<AuditEntry> entries = store.entries(query)) {
            return entries.toList();
        }
    }

    /** That this is refused for this reason, in words that name the store, what happened and the mend. */
    public static void refuses(ThrowingCallable action, Problem problem, String... words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContainingAll(words);
    }

    @Test
    void An_empty_store_has_no_last_entry_and_finds_nothing() {
        assertThat(store.last()).isNull();
        assertThat(store.last(EntryKind.CHECKPOINT)).isNull();
        assertThat(all(store)).isEmpty();
        assertThat(store.health().writable()).isTrue();
    }

    @Test
    void Entries_come_back_byte_for_byte_in_their_order_also_after_reopening() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        List<AuditEntry> entries = new ArrayList<>();
        for (int batch = 1; batch <= 20; batch++) {
            List<AuditEntry> next = chain.next(batch);
            store.append(next);
            entries.addAll(next);
            assertThat(store.last()).isEqualTo(next.get(batch - 1));
        }
        assertThat(all(store)).isEqualTo(entries);
        reopen();
        assertThat(all(store)).isEqualTo(entries);
        assertThat(store.last()).isEqualTo(entries.get(entries.size() - 1));
        store.append(List.of(chain.next()));
        assertThat(all(store)).hasSize(entries.size() + 1);
    }

    @Test
    void An_entry_that_does_not_follow_is_refused_and_nothing_of_its_batch_is_kept() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        AuditEntry first = chain.next();
        AuditEntry second = chain.next();
        AuditEntry third = chain.next();
        refuses(() -> store.append(List.of(second)), Problem.OUT_OF_ORDER, "entry 2", "entry 1 is next");
        store.append(List.of(first));
        refuses(() -> store.append(List.of(first)), Problem.OUT_OF_ORDER, "entry 1", "entry 2 is next");
        refuses(() -> store.append(List.of(third)), Problem.OUT_OF_ORDER, "entry 3", "entry 2 is next");
        refuses(
                () -> store.append(List.of(second, EntrySeries.forged(second))),
                Problem.OUT_OF_ORDER,
                "entry 3 is next");
        AuditEntry afterForged = EntrySeries.after(EntrySeries.forged(second)).next();
        refuses(
                () -> store.append(List.of(second, afterForged)),
                Problem.OUT_OF_ORDER,
                "entry 3 does not name the hash",
                second.hash());
        refuses(() -> store.append(List.of()), Problem.OUT_OF_ORDER, "nothing");
        assertThat(all(store)).containsExactly(first);
        store.append(List.of(second, third));
        reopen();
        assertThat(all(store)).containsExactly(first, second, third);
    }

    @Test
    void A_second_store_on_the_same_place_is_refused_and_the_first_goes_on() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        store.append(List.of(chain.next()));
        for (int i = 0; i < 3; i++) {
            refuses(this::open, Problem.IN_USE, "end that one first");
        }
        store.append(List.of(chain.next()));
        assertThat(all(store)).hasSize(2);
    }

    @Test
    void The_last_entry_of_a_kind_is_found_also_after_reopening() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        store.append(chain.next(3));
        AuditEntry checkpoint = chain.next(EntryKind.CHECKPOINT, Instant.parse("2026-11-01T09:00:00Z"));
        store.append(List.of(checkpoint));
        store.append(chain.next(3));
        assertThat(store.last(EntryKind.CHECKPOINT)).isEqualTo(checkpoint);
        assertThat(store.last(EntryKind.LOSS)).isNull();
        reopen();
        assertThat(store.last(EntryKind.CHECKPOINT)).isEqualTo(checkpoint);
        assertThat(store.last(EntryKind.LOSS)).isNull();
    }

    @Test
    void Queries_find_exactly_what_matches() {
        EntrySeries chain = EntrySeries.fresh();
        List<AuditEntry> entries = new ArrayList<>(chain.next(200));
        entries.add(chain.next(EntryKind.PROCESS, Instant.parse("2026-11-01T08:03:21.000000001Z")));
        store.append(entries);
        Instant instant = Instant.parse("2026-11-01T08:02:00Z");
        List<EntryQuery> queries = List.of(
                EntryQuery.all(),
                EntryQuery.where().rider(EntrySeries.rider(3)).build(),
                EntryQuery.where().topic(Topic.TIERING).build(),
                EntryQuery.where().pack("incentives", 2).build(),
                EntryQuery.where().outcome("TierShielded").build(),
                EntryQuery.where().decision("violations:5").build(),
                EntryQuery.where().kind(EntryKind.PROCESS).build(),
                EntryQuery.where()
                        .kind(EntryKind.PROCESS)
                        .kind(EntryKind.CALL)
                        .from(150)
                        .build(),
                EntryQuery.where()
                        .asOf(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 11))
                        .build(),
                EntryQuery.where().asOf(LocalDate.of(2026, 10, 30), null).build(),
                EntryQuery.where().asOf(null, LocalDate.of(2026, 10, 2)).build(),
                EntryQuery.where().knownAt(instant, instant.plusNanos(1)).build(),
                EntryQuery.where().knownAt(instant.plusNanos(1), null).build(),
                EntryQuery.where().knownAt(null, instant).build(),
                EntryQuery.where()
                        .knownAt(Instant.parse("2026-11-01T08:03:21.000000001Z"), null)
                        .build(),
                EntryQuery.where().from(200).build(),
                EntryQuery.where().from(50).until(51).build(),
                EntryQuery.where()
                        .rider(EntrySeries.rider(4))
                        .topic(Topic.TIERING)
                        .from(20)
                        .until(150)
                        .build());
        Set<Integer> sizes = new HashSet<>();
        for (EntryQuery query : queries) {
            List<AuditEntry> expected = entries.stream().filter(query::matches).toList();
            assertThat(expected).as("the test's own query %s", query).isNotEmpty();
            assertThat(found(store, query)).as(query.toString()).isEqualTo(expected);
            sizes.add(expected.size());
        }
        assertThat(sizes).as("the queries differ").hasSizeGreaterThan(8);
        assertThat(found(store, EntryQuery.where().rider(EntrySeries.rider(77)).build()))
                .isEmpty();
        assertThat(found(store, EntryQuery.where().from(500).build())).isEmpty();
    }

    @Test
    void A_reader_sees_what_was_durable_when_it_asked_and_may_leave_early() {
        EntrySeries chain = EntrySeries.fresh();
        store.append(chain.next(1_000));
        try (Stream<AuditEntry> entries = store.entries(EntryQuery.all())) {
            var reading = entries.iterator();
            assertThat(reading.next().sequence()).isEqualTo(1);
            store.append(chain.next(10));
            long read = 1;
            while (reading.hasNext()) {
                assertThat(reading.next().sequence()).isEqualTo(++read);
            }
            assertThat(read).isGreaterThanOrEqualTo(1_000);
        }
        try (Stream<AuditEntry> entries = store.entries(EntryQuery.all())) {
            assertThat(entries.limit(2)).hasSize(2);
        }
        store.append(chain.next(10));
        assertThat(all(store)).hasSize(1_020);
    }

    @Test
    void A_record_of_five_megabytes_is_kept_like_any_other() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        AuditEntry before = chain.next();
        AuditEntry large = chain.nextOf(5 << 20);
        AuditEntry after = chain.next();
        store.append(List.of(before));
        store.append(List.of(large, after));
        assertThat(large.size()).isGreaterThan(5 << 20);
        reopen();
        assertThat(all(store)).containsExactly(before, large, after);
        assertThat(store.last()).isEqualTo(after);
    }

    @Test
    void A_clock_that_goes_backwards_does_not_disturb_the_order() throws Exception {
        EntrySeries chain = EntrySeries.fresh();
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(chain.next(
                    EntryKind.CALL, Instant.parse("2026-11-01T09:00:00Z").minusSeconds(86_400L * i)));
            store.append(List.of(entries.get(i)));
        }
        reopen();
        assertThat(all(store)).isEqualTo(entries);
    }

    @Test
    void Sixty_four_threads_lose_nothing_while_others_read() throws Exception {
        int threads = 64;
        int each = 10;
        EntrySeries chain = EntrySeries.fresh();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads + 2);
        try {
            List<Future<List<Long>>> acknowledged = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                acknowledged.add(pool.submit(() -> {
                    start.await();
                    List<Long> mine = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        synchronized (chain) {
                            AuditEntry entry = chain.next();
                            store.append(List.of(entry));
                            mine.add(entry.sequence());
                        }
                    }
                    return mine;
                }));
            }
            Callable<Long> reader = () -> {
                start.await();
                long seen = 0;
                for (int i = 0; i < 20; i++) {
                    List<AuditEntry> now = all(store);
                    assertThat(now.size()).isGreaterThanOrEqualTo((int) seen);
                    seen = now.size();
                    for (int k = 0; k < now.size(); k++) {
                        assertThat(now.get(k).sequence()).isEqualTo(k + 1L);
                    }
                }
                return seen;
            };
            List<Future<Long>> readers = List.of(pool.submit(reader), pool.submit(reader));
            start.countDown();
            Set<Long> sequences = new HashSet<>();
            for (Future<List<Long>> each1 : acknowledged) {
                sequences.addAll(each1.get());
            }
            for (Future<Long> done : readers) {
                done.get();
            }
            assertThat(sequences).hasSize(threads * each);
            assertThat(all(store).stream().map(AuditEntry::sequence)).containsExactlyInAnyOrderElementsOf(sequences);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void An_interrupted_thread_appends_like_any_other_and_stays_interrupted() {
        EntrySeries chain = EntrySeries.fresh();
        Thread.currentThread().interrupt();
        try {
            store.append(chain.next(3));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        store.append(chain.next(3));
        assertThat(all(store)).hasSize(6);
    }

    @Test
    void A_closed_store_says_so() {
        store.append(EntrySeries.fresh().next(1));
        store.close();
        store.close();
        refuses(() -> store.append(EntrySeries.fresh().next(1)), Problem.CLOSED, "closed", "open the store again");
        refuses(() -> store.last(), Problem.CLOSED, "closed");
        refuses(() -> all(store), Problem.CLOSED, "closed");
        assertThat(store.health().writable()).isFalse();
    }
}
