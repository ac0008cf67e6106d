package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.NoPackInForceException;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Topic;

class TimelineTest {
    private static final String V1 = "tiering/v1/pack.json";
    private static final String V2 = "tiering/v2/pack.json";

    @Test
    void a_version_decides_until_the_day_before_the_next_one_begins() {
        Timeline timeline = SamplePack.tiering().withVersion2().timeline();

        assertThat(timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2026, 9, 30))
                        .version())
                .isEqualTo(1);
        assertThat(timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2026, 10, 1))
                        .version())
                .isEqualTo(2);
        assertThat(timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2026, 10, 2))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void before_the_first_version_nothing_decides() {
        Timeline timeline = SamplePack.tiering().withVersion2().timeline();

        assertThatThrownBy(() -> timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2025, 12, 31)))
                .isInstanceOf(NoPackInForceException.class)
                .hasMessage("no version of a pack decides tiering in market HK on 2025-12-31; tiering covers HK from"
                        + " 2026-01-01 to 2026-10-01 (v1) and from 2026-10-01 (v2); markets: HK, SA");
        assertThat(timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2026, 1, 1))
                        .version())
                .isEqualTo(1);
        assertThat(timeline.inForce(Topic.TIERING, "HK", LocalDate.of(2026, 1, 2))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void a_market_or_topic_that_nobody_covers_is_told_with_those_that_are() {
        Timeline timeline = SamplePack.tiering().timeline();
        LocalDate day = LocalDate.of(2026, 5, 1);

        assertThatThrownBy(() -> timeline.inForce(Topic.TIERING, "BR", day))
                .hasMessageEndingWith("; tiering does not cover BR; markets: HK, SA");
        assertThatThrownBy(() -> timeline.inForce(Topic.WELFARE, "HK", day))
                .hasMessageEndingWith("; the loaded packs decide tiering");
        assertThatThrownBy(() -> Timeline.of(List.of(), problem -> {}).inForce(Topic.WELFARE, "HK", day))
                .hasMessageEndingWith("; no pack is loaded");
    }

    @Test
    void versions_that_overlap_are_named_with_both_places() {
        List<PackProblem> problems = SamplePack.tiering()
                .withVersion2()
                .replace(V1, "2026-10-01", "2026-10-02")
                .timelineProblems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo(
                                "tiering/v2/pack.json:6:3: timeline-overlap: tiering v2 (from 2026-10-01) overlaps tiering v1"
                                        + " (from 2026-01-01 to 2026-10-02) in HK, SA; see tiering/v1/pack.json:6:3\n    let one version"
                                        + " end (until) on the day the other begins (from)"));
    }

    @Test
    void versions_of_different_markets_may_overlap() {
        assertThat(SamplePack.tiering()
                        .withVersion2()
                        .replace(V1, "[\"HK\", \"SA\"]", "[\"HK\"]")
                        .replace(V2, "[\"HK\", \"SA\"]", "[\"SA\"]")
                        .replace(V2, "2026-10-01", "2026-05-01")
                        .timelineProblems())
                .isEmpty();
    }

    @Test
    void a_day_between_two_versions_of_a_market_is_a_gap() {
        List<PackProblem> problems = SamplePack.tiering()
                .withVersion2()
                .replace(V1, "2026-10-01", "2026-09-30")
                .timelineProblems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("timeline-gap");
            assertThat(problem.where()).isEqualTo("tiering/v2/pack.json:6:3");
            assertThat(problem.what())
                    .isEqualTo("no version decides in HK, SA from 2026-09-30 to 2026-10-01, between tiering v1 (from"
                            + " 2026-01-01 to 2026-09-30) and tiering v2 (from 2026-10-01); see"
                            + " tiering/v1/pack.json:6:3");
        });
    }

    @Test
    void a_market_that_a_later_version_drops_ends_and_may_come_back() {
        SamplePack pack = SamplePack.tiering().withVersion2();
        for (String path : List.copyOf(pack.files.keySet())) {
            if (path.startsWith("tiering/v2/")) {
                pack.with(path.replace("/v2/", "/v3/"), pack.files.get(path));
            }
        }
        pack.replace("tiering/v3/pack.json", "\"version\": 2", "\"version\": 3")
                .replace("tiering/v3/pack.json", "2026-10-01", "2027-01-01")
                .replace(V2, "{ \"from\": \"2026-10-01\" }", "{ \"from\": \"2026-10-01\", \"until\": \"2027-01-01\" }")
                .replace(V2, "[\"HK\", \"SA\"]", "[\"HK\"]");

        Timeline timeline = pack.timeline();

        assertThat(timeline.inForce(Topic.TIERING, "SA", LocalDate.of(2026, 9, 30))
                        .version())
                .isEqualTo(1);
        assertThatThrownBy(() -> timeline.inForce(Topic.TIERING, "SA", LocalDate.of(2026, 10, 1)))
                .hasMessageContaining("tiering covers SA from 2026-01-01 to 2026-10-01 (v1) and from 2027-01-01 (v3)");
        assertThat(timeline.inForce(Topic.TIERING, "SA", LocalDate.of(2027, 1, 1))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void a_version_loaded_from_two_sources_is_told_with_both_digests() {
        Pack one = SamplePack.tiering().packs().get(0);
        Pack other = SamplePack.tiering()
                .with("tiering/v1/rules/decide.drl", "package other;")
                .packs()
                .get(0);
        List<PackProblem> problems = new ArrayList<>();

        Timeline.of(List.of(one, other), problems::add);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("timeline-duplicate");
            assertThat(problem.what())
                    .isEqualTo("tiering v1 is there twice: " + one.digest() + " and " + other.digest());
        });
    }

    @Test
    void a_superseded_version_must_be_there() {
        SamplePack pack = SamplePack.tiering().withVersion2();
        pack.files.keySet().removeIf(path -> path.startsWith("tiering/v1/"));

        assertThat(pack.timelineProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "tiering/v2/pack.json:3:17: timeline-supersedes: tiering v2 supersedes \"tiering v1\", which is"
                                        + " not there"));
    }

    @Test
    void topics_are_ordered_by_what_they_follow_and_then_by_name() {
        Timeline timeline = SamplePack.tiering()
                .withTopic("violations", "\"tiering\"")
                .withTopic("incentives", "\"violations\", \"tiering\"")
                .withTopic("welfare", "")
                .timeline();

        assertThat(timeline.order()).containsExactly(Topic.TIERING, Topic.VIOLATIONS, Topic.INCENTIVES, Topic.WELFARE);
        assertThat(timeline.order(Set.of(Topic.WELFARE, Topic.INCENTIVES, Topic.TIERING, Topic.TRAINING)))
                .containsExactly(Topic.TIERING, Topic.INCENTIVES, Topic.WELFARE, Topic.TRAINING);
    }

    @Test
    void topics_that_follow_each_other_in_a_circle_are_named() {
        List<PackProblem> problems = SamplePack.tiering()
                .withTopic("welfare", "\"tiering\"")
                .withTopic("incentives", "\"welfare\"")
                .replace(V1, "\"owner\"", "\"follows\": [\"incentives\"], \"owner\"")
                .timelineProblems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("timeline-circle");
            assertThat(problem.what()).endsWith("incentives follows welfare follows tiering follows incentives");
        });
    }

    @Test
    void a_topic_that_is_followed_must_be_decided_by_someone() {
        List<PackProblem> problems =
                SamplePack.tiering().withTopic("welfare", "\"tierings\"").timelineProblems();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .isEqualTo(
                                "welfare/v1/pack.json:4:23: timeline-unknown-topic: welfare v1 follows tierings, which no pack"
                                        + " decides\n    did you mean tiering? known topics: tiering, welfare"));
    }
}
