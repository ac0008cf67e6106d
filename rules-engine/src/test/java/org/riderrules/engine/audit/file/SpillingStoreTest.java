package org.riderrules.engine.audit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riderrules.engine.audit.StoreContract.refuses;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.error.StoreException.Problem;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;
import org.riderrules.engine.audit.EntrySeries;

/** What happens to entries while the store they belong to is away, and when it comes back. */
class SpillingStoreTest {
    @TempDir
    private Path temporary;

    private final EntrySeries chain = EntrySeries.fresh();
    private final List<AuditEntry> appended = new ArrayList<>();

    /** A real store that can be told to be away. */
    private static final class Door implements DecisionStore {
        private final DecisionStore store;
        private volatile Problem away;
        private volatile boolean takesAndFails;

        Door(DecisionStore store) {
            this.store = store;
        }

        private void pass() {
            Problem problem = away;
            if (problem != null) {
                throw new StoreException(problem, "behind the door", "the door is shut", "open it", null);
            }
        }

        @Override
        public String name() {
            return "door";
        }

        @Override
        public String region() {
            return "eu";
        }

        @Override
        public void append(List<AuditEntry> entries) {
            if (takesAndFails) {
                store.append(entries);
                takesAndFails = false;
                away = Problem.UNAVAILABLE;
            }
            pass();
            store.append(entries);
        }

        @Override
        public AuditEntry last() {
            pass();
            return store.last();
        }

        @Override
        public AuditEntry last(EntryKind kind) {
            pass();
            return store.last(kind);
        }

        @Override
        public Stream<AuditEntry> entries(EntryQuery query) {
            pass();
            return store.entries(query);
        }

        @Override
        public StoreHealth health() {
            return store.health();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private Path spilled() {
        return temporary.resolve("spill");
    }

    private Door door() {
        return new Door(Trails.open(temporary.resolve("store")));
    }

    private SpillingStore over(Door door) {
        return SpillingStore.over(door, spilled(), Clock.systemUTC())
                .tryAgainAfter(Duration.ofMillis(10))
                .open();
    }

    private void append(DecisionStore store, int entries) {
        List<AuditEntry> next = chain.next(entries);
        store.append(next);
        appended.addAll(next);
        assertThat(store.last()).isEqualTo(next.get(entries - 1));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(condition.getAsBoolean()).as("after 30 seconds").isTrue();
    }

    @Test
    void What_the_store_cannot_take_waits_in_files_and_is_brought_over_in_order() throws Exception {
        for (Problem problem : List.of(Problem.UNAVAILABLE, Problem.FULL, Problem.SLOW)) {
            Door door = door();
            try (SpillingStore store = over(door)) {
                append(store, 3);
                door.away = problem;
                append(store, 2);
                append(store, 500);
                assertThat(store.health().writable()).isTrue();
                assertThat(store.health().waiting()).isEqualTo(502);
                assertThat(store.health().detail()).contains("the door is shut");
                assertThat(Trails.files(spilled())).isNotEmpty();
                door.away = null;
                await(() -> store.health().waiting() == 0);
                assertThat(Trails.files(spilled())).as("waiting files").isEmpty();
                append(store, 3);
                assertThat(Trails.all(door.store)).isEqualTo(appended);
                assertThat(Trails.all(store)).isEqualTo(appended);
            }
        }
    }

    @Test
    void What_was_spilled_survives_the_end_of_the_process_and_is_brought_over_afterwards() throws Exception {
        Door door = door();
        SpillingStore killed = over(door);
        append(killed, 3);
        door.away = Problem.UNAVAILABLE;
        append(killed, 4);
        killed.close();

        Door still = door();
        still.away = Problem.UNAVAILABLE;
        try (SpillingStore store = over(still)) {
            assertThat(store.health().waiting()).isEqualTo(4);
            assertThat(store.last()).isEqualTo(appended.get(6));
            append(store, 2);
            still.away = null;
            await(() -> store.health().waiting() == 0);
            assertThat(Trails.all(still.store)).isEqualTo(appended);
        }
    }

    @Test
    void A_commit_that_was_made_although_it_failed_is_not_made_twice() throws Exception {
        Door door = door();
        try (SpillingStore store = over(door)) {
            append(store, 3);
            door.takesAndFails = true;
            append(store, 2);
            append(store, 2);
            assertThat(Trails.all(door.store)).hasSize(5);
            door.away = null;
            await(() -> store.health().waiting() == 0);
            assertThat(Trails.all(door.store)).isEqualTo(appended);
        }
    }

    @Test
    void Entries_that_wait_are_found_like_those_that_arrived() {
        Door door = door();
        try (SpillingStore store = over(door)) {
            append(store, 30);
            door.away = Problem.SLOW;
            append(store, 30);
            EntryQuery waiting = EntryQuery.where().from(31).build();
            try (Stream<AuditEntry> found = store.entries(waiting)) {
                assertThat(found).isEqualTo(appended.subList(30, 60));
            }
            EntryQuery both = EntryQuery.where().from(25).until(36).build();
            refuses(() -> store.entries(both), Problem.SLOW, "the door is shut");
            assertThat(store.last(EntryKind.CALL)).isEqualTo(appended.get(59));
            door.away = null;
            try (Stream<AuditEntry> found = store.entries(both)) {
                assertThat(found).isEqualTo(appended.subList(24, 35));
            }
        }
    }

    @Test
    void A_store_that_is_damaged_or_out_of_order_is_not_hidden_by_spilling() throws IOException {
        Door door = door();
        try (SpillingStore store = over(door)) {
            append(store, 3);
            for (Problem problem : List.of(Problem.CORRUPT, Problem.IN_USE)) {
                door.away = problem;
                AuditEntry next = EntrySeries.after(appended.get(2)).next();
                refuses(() -> store.append(List.of(next)), problem, "the door is shut");
                door.away = null;
            }
            assertThat(Trails.files(spilled())).isEmpty();
            refuses(() -> store.append(List.of(appended.get(0))), Problem.OUT_OF_ORDER, "entry 4 is next");
            append(store, 1);
            assertThat(Trails.all(door.store)).isEqualTo(appended);
        }
    }

    @Test
    void A_store_that_went_another_way_meanwhile_gets_nothing_and_nothing_is_lost() throws Exception {
        Door door = door();
        try (SpillingStore store = over(door)) {
            append(store, 3);
            door.away = Problem.UNAVAILABLE;
            append(store, 3);
            door.store.append(List.of(EntrySeries.after(appended.get(2)).nextOf(10)));
            door.away = null;
            await(() -> store.health().detail().contains("entry 4 is not the same"));
            append(store, 2);
            assertThat(store.health().waiting()).isPositive();
            assertThat(Trails.all(door.store)).hasSize(4);
        }
        try (JsonLinesStore waiting =
                JsonLinesStore.in(spilled(), Clock.systemUTC()).anyBeginning().open()) {
            assertThat(Trails.all(waiting)).isEqualTo(appended.subList(3, 8));
        }
    }

    @Test
    void A_reader_of_waiting_entries_is_not_disturbed_when_they_are_brought_over() throws Exception {
        Door door = door();
        try (SpillingStore store = over(door)) {
            append(store, 3);
            door.away = Problem.UNAVAILABLE;
            append(store, 300);
            try (Stream<AuditEntry> found =
                    store.entries(EntryQuery.where().from(4).build())) {
                var reading = found.iterator();
                assertThat(reading.next().sequence()).isEqualTo(4);
                door.away = null;
                await(() -> store.health().waiting() == 0);
                append(store, 2);
                long read = 4;
                while (reading.hasNext()) {
                    assertThat(reading.next().sequence()).isEqualTo(++read);
                }
                assertThat(read).isGreaterThanOrEqualTo(303);
            }
            await(() -> filesWaiting() == 0);
            assertThat(Trails.all(door.store)).isEqualTo(appended);
        }
    }

    private int filesWaiting() {
        try {
            return Trails.files(spilled()).size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void It_names_both_and_a_closed_one_says_so() {
        SpillingStore store = over(door());
        append(store, 1);
        assertThat(store.region()).isEqualTo("eu");
        assertThat(store.name()).contains("door, spilling to");
        store.close();
        refuses(() -> store.append(chain.next(1)), Problem.CLOSED, "open the store again");
        assertThat(store.health().writable()).isFalse();
    }
}
