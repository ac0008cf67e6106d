package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.riderrules.api.error.PackProblem;

/** Whether the versions of one topic follow each other in time. For one thread. */
final class TimelineChecks {
    private static final Comparator<Pack> IN_TIME =
            Comparator.comparing((Pack pack) -> start(pack)).thenComparingInt(Pack::version);

    private final List<Pack> versions;
    private final Consumer<PackProblem> problems;

    /** @param versions all versions of one topic, by version */
    TimelineChecks(List<Pack> versions, Consumer<PackProblem> problems) {
        this.versions = versions;
        this.problems = problems;
    }

    void all() {
        if (duplicates()) {
            // Two packs of one version overlap with each other and with their neighbours; once is enough.
            return;
        }
        overlaps();
        gaps();
        superseded();
    }

    private boolean duplicates() {
        boolean found = false;
        for (int i = 1; i < versions.size(); i++) {
            Pack one = versions.get(i - 1);
            Pack other = versions.get(i);
            if (one.version() == other.version()) {
                found = true;
                problems.accept(other.manifest()
                        .place("version")
                        .problem(
                                "timeline-duplicate",
                                other.label() + " is there twice: " + one.digest() + " and " + other.digest(),
                                "load it from one source only"));
            }
        }
        return found;
    }

    private void overlaps() {
        for (int later = 1; later < versions.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                overlap(versions.get(earlier), versions.get(later));
            }
        }
    }

    private void overlap(Pack earlier, Pack later) {
        Set<String> shared = new TreeSet<>(earlier.manifest().markets());
        shared.retainAll(later.manifest().markets());
        if (shared.isEmpty()
                || !earlier.manifest().effective().overlaps(later.manifest().effective())) {
            return;
        }
        problems.accept(later.manifest()
                .place("effective")
                .problem(
                        "timeline-overlap",
                        shown(later) + " overlaps " + shown(earlier) + " in " + String.join(", ", shared) + "; see "
                                + earlier.manifest().place("effective"),
                        "let one version end (until) on the day the other begins (from)"));
    }

    /** Between two versions of a market no day may be left out, unless a version between them dropped the market. */
    private void gaps() {
        record Pair(Pack before, Pack after) {}
        SortedMap<String, List<Pack>> byMarket = new TreeMap<>();
        versions.stream()
                .sorted(IN_TIME)
                .forEach(pack -> pack.manifest()
                        .markets()
                        .forEach(market -> byMarket.computeIfAbsent(market, first -> new ArrayList<>())
                                .add(pack)));
        List<Pair> pairs = new ArrayList<>();
        List<Set<String>> markets = new ArrayList<>();
        byMarket.forEach((market, succession) -> {
            for (int i = 1; i < succession.size(); i++) {
                Pair pair = new Pair(succession.get(i - 1), succession.get(i));
                if (end(pair.before()).isBefore(start(pair.after())) && !isDropped(market, pair.before())) {
                    int known = pairs.indexOf(pair);
                    if (known < 0) {
                        pairs.add(pair);
                        markets.add(new TreeSet<>(Set.of(market)));
                    } else {
                        markets.get(known).add(market);
                    }
                }
            }
        });
        for (int i = 0; i < pairs.size(); i++) {
            gap(pairs.get(i).before(), pairs.get(i).after(), markets.get(i));
        }
    }

    private boolean isDropped(String market, Pack last) {
        return versions.stream()
                .anyMatch(pack -> pack.version() > last.version()
                        && start(pack).equals(end(last))
                        && !pack.manifest().markets().contains(market));
    }

    private void gap(Pack before, Pack after, Set<String> markets) {
        problems.accept(after.manifest()
                .place("effective")
                .problem(
                        "timeline-gap",
                        "no version decides in " + String.join(", ", markets) + " from " + end(before) + " to "
                                + start(after) + ", between " + shown(before) + " and " + shown(after) + "; see "
                                + before.manifest().place("effective"),
                        "let one version end (until) on the day the other begins (from)"));
    }

    private void superseded() {
        Set<String> labels = versions.stream().map(Pack::label).collect(Collectors.toCollection(TreeSet::new));
        for (Pack pack : versions) {
            String superseded = pack.manifest().supersedes();
            if (superseded != null && !labels.contains(superseded)) {
                problems.accept(pack.manifest()
                        .place("supersedes")
                        .problem(
                                "timeline-supersedes",
                                pack.label() + " supersedes \"" + superseded + "\", which is not there",
                                Nearest.mend(superseded, labels, "versions")));
            }
        }
    }

    private static String shown(Pack pack) {
        return pack.label() + " (" + pack.manifest().effective() + ")";
    }

    private static LocalDate start(Pack pack) {
        return pack.manifest().effective().start();
    }

    private static LocalDate end(Pack pack) {
        return pack.manifest().effective().end();
    }
}
