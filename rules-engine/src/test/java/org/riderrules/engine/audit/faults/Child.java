package org.riderrules.engine.audit.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.riderrules.api.error.StoreException;
import org.riderrules.api.spi.AuditEntry;
import org.riderrules.api.spi.DecisionStore;
import org.riderrules.api.spi.EntryKind;
import org.riderrules.api.spi.EntryQuery;
import org.riderrules.api.spi.StoreHealth;
import org.riderrules.engine.audit.EntrySeries;
import org.riderrules.engine.audit.file.JsonLinesStore;
import org.riderrules.engine.audit.file.SpillingStore;
import org.riderrules.engine.audit.jdbc.JdbcStore;
import org.sqlite.SQLiteDataSource;

/** A process of its own that writes to a store and says on its output, entry by entry, what was acknowledged. */
public final class Child {
    private Child() {}

    /**
     * @param arguments the kind of store, its folder, how many entries to write, and the seed of the batch sizes
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int entries = Integer.parseInt(arguments[2]);
        Random random = new Random(Long.parseLong(arguments[3]));
        try (DecisionStore store = open(arguments[0], folder, true)) {
            System.out.println("open");
            if (entries == 0) {
                System.in.read();
            }
            write(store, entries, random);
        } catch (StoreException e) {
            System.out.println("failed " + e.problem() + " " + e.getMessage());
        }
    }

    private static void write(DecisionStore store, int entries, Random random) {
        EntrySeries series = EntrySeries.after(store.last());
        for (int written = 0; written < entries; ) {
            List<AuditEntry> batch = series.next(1 + random.nextInt(8));
            store.append(batch);
            StringBuilder said = new StringBuilder();
            batch.forEach(entry -> said.append("kept ")
                    .append(entry.sequence())
                    .append(' ')
                    .append(entry.hash())
                    .append('\n'));
            System.out.print(said);
            System.out.flush();
            written += batch.size();
        }
    }

    /** @param moody whether the store that spills is away for a while now and then */
    static DecisionStore open(String kind, Path folder, boolean moody) {
        return switch (kind) {
            case "file" ->
                JsonLinesStore.in(folder, Clock.systemUTC())
                        .longestFile(100_000)
                        .open();
            case "sqlite" -> sqlite(folder);
            case "spill" ->
                SpillingStore.over(
                                moody ? new Moody(sqlite(folder)) : sqlite(folder),
                                folder.resolve("spill"),
                                Clock.systemUTC())
                        .tryAgainAfter(Duration.ofMillis(20))
                        .open();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static DecisionStore sqlite(Path folder) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("decisions.db"));
        return JdbcStore.in("SQLite", source).open();
    }

    /** Away for twenty calls of forty. */
    private record Moody(DecisionStore store, int[] calls) implements DecisionStore {
        Moody(DecisionStore store) {
            this(store, new int[1]);
        }

        @Override
        public String name() {
            return store.name();
        }

        @Override
        public String region() {
            return store.region();
        }

        @Override
        public void append(List<AuditEntry> entries) {
            if (calls[0]++ / 20 % 2 == 1) {
                throw new StoreException(StoreException.Problem.UNAVAILABLE, name(), "is away", "wait", null);
            }
            store.append(entries);
        }

        @Override
        public AuditEntry last() {
            return store.last();
        }

        @Override
        public AuditEntry last(EntryKind kind) {
            return store.last(kind);
        }

        @Override
        public Stream<AuditEntry> entries(EntryQuery query) {
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
}
