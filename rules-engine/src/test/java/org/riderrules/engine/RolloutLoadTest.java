package org.riderrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.PackInfo;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.BenefitGranted;
import org.riderrules.api.spi.PackSource;
import org.riderrules.engine.pack.PackSources;
import org.riderrules.engine.rollout.Canary;
import org.riderrules.engine.rollout.CanaryReport;
import org.riderrules.engine.rollout.DifferenceKind;
import org.riderrules.engine.rollout.DifferenceReport;
import org.riderrules.engine.rollout.LoadedPacks;
import org.riderrules.engine.rollout.RiderShare;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.trust.Trust;

/** Packs go live while four threads decide without a pause: no call fails, none is decided by a mixture, nothing leaks. */
class RolloutLoadTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();
    private static final int REPLACEMENTS = 200;
    private static final int SETTLED = 50;

    /** One rule and one case: the less there is to compile, the more often packs change under the load. */
    private static PackSource everybody(String tier, int rank) throws IOException {
        Map<String, String> files = new TreeMap<>();
        new RulePack()
                .topic("tiering", "", """
                        $a : AsOf( $asOf : date )
                        then
                        insert( new TierAssigned( "%s", %d, TierMovement.FIRST, $asOf,
                                                  $a.endOfNext( ReviewPeriod.MONTH ) ) );
                        """.formatted(tier, rank))
                .source()
                .files()
                .forEach(file -> files.put(file.path(), file.text()));
        files.put("tiering/v1/cases/everybody.yaml", """
                - name: Everybody must be %1$s
                  asOf: 2026-07-14
                  market: HK
                  expect:
                    TierAssigned: { tier: %1$s }
                """.formatted(tier));
        return PackSources.of("everybody is " + tier, files);
    }

    @Test
    void Two_hundred_replacements_fail_no_call_mix_no_packs_and_leak_no_class() throws Exception {
        PackSource lenient = everybody("GOLD", 2);
        PackSource strict = everybody("SILVER", 1);
        ManagedRulesEngine engine = RulesEngines.create(lenient, TRUST);
        String lenientDigest = engine.packs().get(0).digest();
        String strictDigest = "";
        Map<String, String> tierByDigest = new ConcurrentHashMap<>();
        DecisionRequest request = Requests.orders(Candidates.BETWEEN, "97 %");
        LoadedClasses settled = null;
        List<Long> calls;

        try (Load load = new Load((thread, number) -> {
            Decision decision = engine.decide(request);
            String tier = decision.outcomes().get(0).code();
            String known = tierByDigest.putIfAbsent(decision.provenance().packDigest(), tier);
            assertThat(tier).isEqualTo(known == null ? tier : known);
        })) {
            for (int i = 1; i <= REPLACEMENTS; i++) {
                var replacement = engine.replacePacks(i % 2 == 0 ? lenient : strict, TRUST);
                assertThat(replacement.casesPassed()).isEqualTo(1);
                load.check();
                if (i == 1) {
                    strictDigest = replacement.after().packs().get(0).digest();
                }
                if (i == SETTLED) {
                    settled = LoadedClasses.now();
                }
            }
            calls = load.end();
        }
        LoadedClasses end = LoadedClasses.now();

        assertThat(tierByDigest)
                .containsExactlyInAnyOrderEntriesOf(Map.of(lenientDigest, "GOLD", strictDigest, "SILVER"));
        assertThat(calls).allSatisfy(each -> assertThat(each).isGreaterThan(10L * REPLACEMENTS));
        assertThat(end.unloaded() - settled.unloaded())
                .as("classes of 150 dropped packs that went")
                .isGreaterThan(2L * (REPLACEMENTS - SETTLED));
        assertThat((double) end.classes() / settled.classes())
                .as("classes after %d against after %d: %s, %s", REPLACEMENTS, SETTLED, end, settled)
                .isLessThan(1.05);
        assertThat((double) end.metaspace() / settled.metaspace())
                .as("metaspace after %d against after %d: %s, %s", REPLACEMENTS, SETTLED, end, settled)
                .isLessThan(1.10);
    }

    private static SmallPack packs(int goldAt, int waitingDays) {
        return CarePack.files()
                .with("tables/TierThreshold.csv", "HK,GOLD,2,44", "HK,GOLD,2," + goldAt)
                .path(
                        "welfare/v1/tables/SickPay.csv",
                        "market,benefit,waitingDays,source\nHK,SICK_PAY," + waitingDays + ",test\n");
    }

    private static DecisionRequest about(String rider) {
        return DecisionRequest.about(rider)
                .topic(Topic.TIERING)
                .topic(Topic.WELFARE)
                .market("HK")
                .capacity(Requests.tiering().build().capacity())
                .asOf(Requests.DAY)
                .knownAt(Requests.KNOWN)
                .facts(Requests.orders(Candidates.BETWEEN, "97 %").facts())
                .fact(CarePack.illness(8))
                .build();
    }

    private static Set<String> digests(LoadedPacks packs) {
        return packs.packs().stream().map(PackInfo::digest).collect(java.util.stream.Collectors.toSet());
    }

    /** Old packs: Gold, and paid when ill for eight days. New packs: Silver, and not paid. Nothing in between. */
    @Test
    void Through_shadow_canary_promotion_and_roll_back_each_call_is_decided_by_one_state_of_all_packs()
            throws Exception {
        PackSource old = packs(44, 7).source();
        PackSource next = packs(60, 8).source();
        ManagedRulesEngine engine = RulesEngines.create(old, TRUST);
        Set<String> oldDigests = digests(engine.standing().inForce());
        Map<Boolean, Long> seen = new ConcurrentHashMap<>();
        List<Long> calls;

        try (Load load = new Load((thread, number) -> {
            List<Decision> decisions = engine.decideAll(about("R-" + thread + "-" + number % 100));
            boolean byOld = oldDigests.contains(decisions.get(0).provenance().packDigest());
            assertThat(oldDigests.contains(decisions.get(1).provenance().packDigest()))
                    .as("both topics were decided by one state of the packs")
                    .isEqualTo(byOld);
            assertThat(decisions.get(0).outcomes().get(0).code()).isEqualTo(byOld ? "GOLD" : "SILVER");
            assertThat(decisions.get(1).has(BenefitGranted.class)).isEqualTo(byOld);
            seen.merge(byOld, 1L, Long::sum);
        })) {
            for (int round = 0; round < 5; round++) {
                Shadow shadow = engine.shadow(next, TRUST);
                until(load, () -> shadow.report().requests() >= 100);
                Canary canary = shadow.canary(1_000);
                for (int share : new int[] {1_000, 3_000, 9_000}) {
                    canary.share(share);
                    long before = canary.report().candidateSide().calls();
                    until(load, () -> canary.report().candidateSide().calls() >= before + 20);
                }
                canary.promote();
                CanaryReport report = canary.report();
                assertThat(report.inForceSide().failed()
                                + report.candidateSide().failed())
                        .isZero();
                engine.rollBack();
                DifferenceReport differences = shadow.report();
                assertThat(differences.topics()).hasSize(2).allSatisfy(topic -> {
                    assertThat(topic.different()).isEqualTo(topic.compared());
                    assertThat(topic.count(DifferenceKind.CANDIDATE_FAILED)).isZero();
                });
            }
            calls = load.end();
        }

        assertThat(calls).allSatisfy(each -> assertThat(each).isPositive());
        assertThat(seen).containsOnlyKeys(true, false);
        assertThat(digests(engine.standing().inForce())).isEqualTo(oldDigests);
    }

    @Test
    void While_the_share_stays_a_rider_stays_on_his_side_in_every_thread() throws Exception {
        ManagedRulesEngine engine = RulesEngines.create(packs(44, 7).source(), TRUST);
        Canary canary = engine.canary(packs(60, 8).source(), TRUST, 4_000);
        String salt = canary.candidate().digest();
        Set<String> candidate = digests(canary.candidate());

        try (Load load = new Load((thread, number) -> {
            String rider = "R-" + number % 200;
            List<Decision> decisions = engine.decideAll(about(rider));
            assertThat(candidate.contains(decisions.get(0).provenance().packDigest()))
                    .isEqualTo(RiderShare.place(salt, rider) < 4_000);
        })) {
            until(load, () -> canary.report().candidateSide().calls() >= 1_000);
            load.end();
        }
    }

    private static void until(Load load, java.util.function.BooleanSupplier reached) throws Exception {
        while (!reached.getAsBoolean()) {
            load.check();
            Thread.sleep(1);
        }
    }
}
