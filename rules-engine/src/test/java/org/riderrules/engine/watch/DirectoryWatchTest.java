package org.riderrules.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.Candidates;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.Requests;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.SmallPack;
import org.riderrules.engine.rollout.RolloutEvent;
import org.riderrules.engine.rollout.Shadow;
import org.riderrules.engine.trust.Trust;

/** Real files; what matters for time is looked at step by step, and once as a host would run it. */
class DirectoryWatchTest {
    private static final Trust TRUST = Trust.directoryForDevelopment();

    @TempDir
    private Path home;

    private final List<RolloutEvent> events = Collections.synchronizedList(new ArrayList<>());
    private Path packs;
    private ManagedRulesEngine engine;
    private DirectoryWatch watch;

    @BeforeEach
    void A_directory_whose_packs_are_in_force() throws IOException {
        packs = home.resolve("packs");
        write(packs, new SmallPack());
        engine = RulesEngines.builder()
                .packs(new SmallPack().source(), TRUST)
                .rolloutListener(events::add)
                .build();
        watch = DirectoryWatch.of(engine, packs, TRUST).build();
    }

    @AfterEach
    void Close() {
        watch.close();
    }

    private static void write(Path directory, SmallPack pack) throws IOException {
        for (PackFile file : pack.source().files()) {
            write(directory, file);
        }
    }

    private static void write(Path directory, PackFile file) throws IOException {
        Path path = directory.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.write(path, file.content());
    }

    private String tier() {
        return engine.decide(Requests.orders(Candidates.BETWEEN, "97 %"))
                .outcomes()
                .get(0)
                .code();
    }

    private void settle() {
        assertThat(watch.look()).as("something has changed").isTrue();
        assertThat(watch.look()).as("it is still changing").isFalse();
    }

    @Test
    void What_is_in_force_already_is_not_loaded_again() {
        settle();
        assertThat(watch.look()).isFalse();

        assertThat(events).isEmpty();
    }

    @Test
    void A_change_is_loaded_when_two_looks_saw_the_same_and_then_only_once() throws IOException {
        settle();
        write(packs, Candidates.strict());

        assertThat(watch.look()).isTrue();
        assertThat(events).isEmpty();
        assertThat(watch.look()).isFalse();
        assertThat(events).singleElement().isInstanceOf(RolloutEvent.Replaced.class);
        assertThat(tier()).isEqualTo("SILVER");

        assertThat(watch.look()).isFalse();
        assertThat(events).hasSize(1);
    }

    /** Each file is seen twice: when half of it is written, and whole. */
    @Test
    void A_copy_that_goes_on_is_never_loaded_half_done() throws IOException {
        settle();
        for (PackFile file : Candidates.strict().source().files()) {
            Path path = packs.resolve(file.path());
            byte[] half = new byte[file.content().length / 2];
            System.arraycopy(file.content(), 0, half, 0, half.length);
            Files.write(path, half);
            watch.look();
            write(packs, file);
            watch.look();
        }
        assertThat(events).isEmpty();

        assertThat(watch.look()).isFalse();
        assertThat(events).singleElement().isInstanceOf(RolloutEvent.Replaced.class);
    }

    @Test
    void What_is_loaded_is_what_has_settled_and_not_what_was_written_since() throws IOException {
        Seen seen = Seen.at(org.riderrules.engine.pack.PackSources.directory(packs));
        write(packs, Candidates.strict());

        engine.replacePacks(seen, TRUST);

        assertThat(tier()).isEqualTo("GOLD");
    }

    @Test
    void A_wrong_pack_is_told_once_and_the_packs_in_force_stay_until_it_is_mended() throws IOException {
        settle();
        write(packs, Candidates.strict().with("tables/TierThreshold.csv", "HK,GOLD,2,60", "HK,GOLD,2,sixty"));
        settle();
        watch.look();
        watch.look();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RolloutEvent.Refused.class,
                        refused -> assertThat(refused.why())
                                .hasMessageContaining("tiering/v1/tables/TierThreshold.csv:4")
                                .hasMessageContaining("sixty"));
        assertThat(tier()).isEqualTo("GOLD");

        write(packs, Candidates.strict());
        settle();
        assertThat(tier()).isEqualTo("SILVER");
    }

    @Test
    void A_pack_that_fails_its_cases_is_refused() throws IOException {
        settle();
        write(packs, Candidates.strict().file("cases/gold.yaml", Candidates.goldAt(50)));
        settle();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RolloutEvent.Refused.class,
                        refused -> assertThat(refused.why()).hasMessageContaining("case-failed"));
    }

    @Test
    void A_directory_that_is_gone_is_told_and_one_that_comes_back_is_loaded() throws IOException {
        settle();
        Path aside = home.resolve("aside");
        Files.move(packs, aside);
        settle();
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RolloutEvent.Refused.class,
                        refused -> assertThat(refused.why()).hasMessageContaining("source-missing"));

        write(aside, Candidates.strict());
        Files.move(aside, packs);
        settle();
        assertThat(tier()).isEqualTo("SILVER");
    }

    @Test
    void A_roll_back_stands_until_the_directory_changes() throws IOException {
        settle();
        write(packs, Candidates.strict());
        settle();
        engine.rollBack();

        assertThat(watch.look()).isFalse();
        assertThat(tier()).isEqualTo("GOLD");

        write(packs, Candidates.strict().with("tables/TierThreshold.csv", "HK,GOLD,2,60", "HK,GOLD,2,61"));
        settle();
        assertThat(tier()).isEqualTo("SILVER");
    }

    @Test
    void While_packs_are_on_trial_the_directory_waits() throws IOException {
        settle();
        Shadow shadow = engine.shadow(new SmallPack().source(), TRUST);
        write(packs, Candidates.strict());
        settle();
        watch.look();
        assertThat(events).singleElement().isInstanceOf(RolloutEvent.ShadowStarted.class);

        shadow.abandon();
        watch.look();

        assertThat(tier()).isEqualTo("SILVER");
    }

    /** The looks come by themselves here: with events of the file system where it has them. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void A_running_watch_loads_refuses_and_recovers_by_itself() throws Exception {
        watch = DirectoryWatch.of(engine, packs, TRUST)
                .settle(Duration.ofMillis(50))
                .poll(Duration.ofSeconds(20))
                .start();
        write(packs, Candidates.strict());
        until(() -> tier().equals("SILVER"));

        Files.delete(packs.resolve("tiering/v1/pack.json"));
        until(() -> events.stream().anyMatch(RolloutEvent.Refused.class::isInstance));
        assertThat(tier()).isEqualTo("SILVER");

        write(packs, new SmallPack());
        until(() -> tier().equals("GOLD"));

        watch.close();
        write(packs, Candidates.strict());
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("rider-rules watch"));
        assertThat(tier()).isEqualTo("GOLD");
    }

    /** A link that is switched tells no event where the old directory is watched: polling must see it. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void A_link_that_is_switched_to_another_directory_is_seen_by_polling() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("current"), packs);
        Path release = home.resolve("release-2");
        write(release, Candidates.strict());
        watch = DirectoryWatch.of(engine, link, TRUST)
                .settle(Duration.ofMillis(50))
                .poll(Duration.ofMillis(50))
                .start();
        Path next = Files.createSymbolicLink(home.resolve("next"), release);
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);

        until(() -> tier().equals("SILVER"));
    }

    private static void until(java.util.function.BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    @Test
    void Times_are_10_milliseconds_to_an_hour() {
        DirectoryWatch.Builder builder = DirectoryWatch.of(engine, packs, TRUST);
        builder.settle(Duration.ofMillis(10)).poll(Duration.ofHours(1));
        assertThatThrownBy(() -> builder.settle(Duration.ofMillis(9)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("settle")
                .hasMessageContaining("PT0.01S to PT1H");
        assertThatThrownBy(() -> builder.poll(Duration.ofHours(1).plusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("poll");
    }
}
