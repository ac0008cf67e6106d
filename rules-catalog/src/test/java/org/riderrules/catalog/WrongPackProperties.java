package org.riderrules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.pack.PackReader;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.trust.Trust;

/** The laws can fail: packs with one wrong cell or one wrong operator are caught, by the generators of the properties. */
class WrongPackProperties {
    private static final int SAMPLES = 3_000;

    @Example
    void a_multiplier_with_a_zero_too_many_punishes_a_milder_violation_harder() throws IOException {
        Wrong wrong = wrong("violations/v1/tables/LadderStep.csv", "*,MINOR,2,false,1,", "*,MINOR,2,false,10,");

        caught(
                wrong,
                reported(wrong.make()),
                (laws, rider) ->
                        laws.milderIsNeverPunishedHarder(rider.get1(), rider.get2(), "FOOD_SPILL", "NO_HELMET"));
    }

    @Example
    void a_cap_to_which_earlier_points_are_added_is_exceeded() throws IOException {
        Wrong wrong =
                wrong("violations/v1/rules/qualify.drl", "$cap.subtract( $used.min( $cap ) )", "$cap.add( $used )");

        caught(wrong, wrong.make().ridersWithABadWeek(), Laws::weeklyPointsStayWithinTheirCap);
    }

    @Example
    void a_threshold_read_the_wrong_way_round_makes_a_better_rider_fall() throws IOException {
        Wrong wrong = wrong("tiering/v1/rules/gates.drl", "minOnTime > $onTime", "minOnTime < $onTime");

        caught(
                wrong,
                changes(wrong.make(), Kpi.ON_TIME),
                (laws, change) -> laws.betterIsNeverLower(change.get1(), Kpi.ON_TIME, change.get2()));
    }

    @Example
    void a_gate_that_takes_a_missing_rate_for_met_counts_it_as_something() throws IOException {
        Wrong wrong =
                wrong("tiering/v1/rules/gates.drl", "onTimeRate == null", "onTimeRate == null, completedOrders == 7");

        caught(
                wrong,
                changes(wrong.make(), Kpi.ON_TIME),
                (laws, change) -> laws.missingIsNotZero(change.get1(), Kpi.ON_TIME, Topic.TIERING));
    }

    /** Packs of which one is wrong, and generators that know their thresholds. */
    private record Wrong(Laws laws, RiderFacts make) {}

    /** Violations and tiering v1, with the first occurrence of a text in one file replaced. */
    private static Wrong wrong(String path, String right, String wrong) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (PackFile file : RulesCatalog.standard().files()) {
            boolean isUsed = file.path().startsWith("violations/v1/")
                    || path.startsWith("tiering/") && file.path().startsWith("tiering/v1/");
            if (isUsed && !file.path().contains("/cases/")) {
                files.put(file.path(), file.text());
            }
        }
        String text = files.get(path);
        assertThat(text).as(path).contains(right);
        files.put(
                path,
                text.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong)));
        var source = PackSources.of("wrong packs", files);
        return new Wrong(
                new Laws(RulesEngines.create(source, Trust.directoryForDevelopment())),
                new RiderFacts(PackReader.read(source).packsOrThrow()));
    }

    private static <T> void caught(Wrong wrong, Arbitrary<T> samples, BiConsumer<Laws, T> law) {
        RandomGenerator<T> generator = samples.generator(1_000, false);
        Random random = new Random(42);
        for (int i = 0; i < SAMPLES; i++) {
            T sample = generator.next(random).value();
            try {
                law.accept(wrong.laws(), sample);
            } catch (AssertionError caught) {
                law.accept(Laws.shipped(), sample); // The law holds for the right packs on the same sample.
                return;
            }
        }
        throw new AssertionError("the law held for " + SAMPLES + " samples on a wrong pack");
    }

    private static Arbitrary<Tuple2<Rider, Comparable<?>>> changes(RiderFacts make, Kpi kpi) {
        return make.riders(Topic.TIERING)
                .filter(rider -> rider.asOf().isBefore(java.time.LocalDate.of(2026, 10, 1)))
                .flatMap(rider -> make.kpi(rider.market(), kpi).map(value -> Tuple.of(rider, value)));
    }

    private static Arbitrary<Tuple2<Rider, Violation>> reported(RiderFacts make) {
        return make.riders(Topic.VIOLATIONS)
                .map(rider -> rider.without(
                        fact -> fact instanceof Violation violation && violation.status() == ViolationStatus.REPORTED))
                .flatMap(rider -> Arbitraries.integers()
                        .between(0, 3)
                        .map(daysAgo -> Tuple.of(
                                rider,
                                Violation.builder()
                                        .id("V-100")
                                        .code("FOOD_SPILL")
                                        .occurredOn(rider.asOf().minusDays(daysAgo))
                                        .status(ViolationStatus.REPORTED)
                                        .evidence(List.of("photo-1"))
                                        .build())));
    }
}
