package org.riderrules.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.PackInfo;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.budget.BuildBudget;
import org.riderrules.engine.drools.PackPreparation;
import org.riderrules.engine.drools.ReadyPack;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.pack.PackReading;
import org.riderrules.engine.pack.Timeline;
import org.riderrules.engine.trust.Admission;
import org.riderrules.engine.trust.Trust;

/** Reads, compiles and checks all packs of a source; all problems are told together. */
final class CatalogueLoader {
    private CatalogueLoader() {}

    /** From a pack's files to a pack that decides; null when there is a problem, which is told. */
    @FunctionalInterface
    interface Preparation {
        @Nullable
        ReadyPack prepare(Pack pack, BuildBudget budget, Consumer<PackProblem> problems);
    }

    static Catalogue load(PackSource source, Trust trust, Clock clock, BuildBudget budget) {
        return load(source, trust, clock, budget, PackPreparation::prepare);
    }

    /** Nothing of a pack is parsed before the trust has admitted it. */
    static Catalogue load(PackSource source, Trust trust, Clock clock, BuildBudget budget, Preparation preparation) {
        Admission admission = trust.admit(source, clock);
        PackReading read = PackReader.read(admission.files());
        List<PackProblem> problems = new ArrayList<>(read.problems());
        // A version that could not be read is missing below: what would be said about gaps is not true then.
        boolean whole = problems.isEmpty();
        Timeline timeline = Timeline.of(read.packs(), problem -> {
            if (whole) {
                problems.add(problem);
            }
        });
        Map<String, ReadyPack> ready = new HashMap<>();
        for (Pack pack : read.packs()) {
            @Nullable ReadyPack prepared = preparation.prepare(pack, budget, problems::add);
            if (prepared != null) {
                ready.put(pack.label(), prepared);
            }
        }
        if (!problems.isEmpty()) {
            throw new PackProblemsException(source.name(), problems);
        }
        return new Catalogue(timeline, ready, infos(read.packs(), admission), admission);
    }

    private static List<PackInfo> infos(List<Pack> packs, Admission admission) {
        return packs.stream()
                .map(pack -> new PackInfo(
                        pack.manifest().topic(),
                        pack.version(),
                        pack.manifest().title(),
                        pack.digest(),
                        pack.manifest().markets(),
                        Objects.requireNonNull(pack.manifest().effective().from(), "checked when read"),
                        pack.manifest().effective().until(),
                        admission.approval(pack.folder())))
                .sorted(Comparator.comparing(PackInfo::topic).thenComparingInt(PackInfo::version))
                .toList();
    }
}
