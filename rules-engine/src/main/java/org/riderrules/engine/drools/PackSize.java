package org.riderrules.engine.drools;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.budget.BuildBudget;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.TableText;

/** How large the files of a pack may be, told before anything is made of them. */
final class PackSize {
    private PackSize() {}

    /** Tells what is too large; false when something was. */
    static boolean fits(Pack pack, BuildBudget budget, Consumer<PackProblem> problems) {
        long bytes = Stream.concat(
                        Stream.concat(pack.rules().stream(), pack.cases().stream()),
                        pack.tables().stream().map(TableText::file))
                .mapToLong(PackFile::size)
                .sum();
        int rows = pack.tables().stream().mapToInt(table -> table.rows().size()).sum();
        boolean small = true;
        if (bytes > budget.packBytes()) {
            small = false;
            problems.accept(tooLarge(
                    pack,
                    "pack-bytes",
                    "rules, tables and cases have " + bytes + " bytes",
                    budget.packBytes(),
                    "packBytes"));
        }
        if (rows > budget.rows()) {
            small = false;
            problems.accept(tooLarge(pack, "rows", "the tables have " + rows + " rows", budget.rows(), "rows"));
        }
        return small;
    }

    private static PackProblem tooLarge(Pack pack, String code, String what, int allowed, String name) {
        return PackProblem.inFile(
                "budget-" + code,
                pack.folder(),
                what + "; allowed are " + allowed,
                "a table of that size belongs into the host's data; or let the host set a larger Budgets." + name);
    }
}
