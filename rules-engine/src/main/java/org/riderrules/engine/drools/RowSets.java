package org.riderrules.engine.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Capacity;
import org.riderrules.engine.pack.Table;

/**
 * Selects rows over all tables of a pack. Requests of different days get the same {@link RowSet} as long as no row
 * begins or ends between them; there are only as many as the tables have distinct answers.
 */
final class RowSets {
    private final List<Table> tables;
    private final Map<Answers, RowSet> known = new ConcurrentHashMap<>();

    /**
     * What each table answered. A table gives the same list for the same answer, so identity is enough, and cheap.
     *
     * @param lists the answers, in order of tables
     */
    private record Answers(List<List<Table.Row>> lists) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Answers answers) || answers.lists.size() != lists.size()) {
                return false;
            }
            for (int i = 0; i < lists.size(); i++) {
                if (answers.lists.get(i) != lists.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 0;
            for (List<Table.Row> list : lists) {
                hash = 31 * hash + System.identityHashCode(list);
            }
            return hash;
        }
    }

    RowSets(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    RowSet of(String market, Capacity capacity, @Nullable String scenario, LocalDate asOf) {
        List<List<Table.Row>> lists = new ArrayList<>(tables.size());
        for (Table table : tables) {
            lists.add(table.rowsFor(market, capacity, scenario, asOf));
        }
        return known.computeIfAbsent(new Answers(lists), answers -> new RowSet(answers.lists()));
    }
}
