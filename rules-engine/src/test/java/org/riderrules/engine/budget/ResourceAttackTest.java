package org.riderrules.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.riderrules.api.Decision;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.PackProblemsException;
import org.riderrules.api.outcome.TierAssigned;
import org.riderrules.engine.ManagedRulesEngine;
import org.riderrules.engine.RulesEngines;
import org.riderrules.engine.trust.Trust;

/**
 * Packs that want all of the machine. Each is refused when it is loaded, for the reason that stands beside it, or stopped
 * by the budget that stands beside it; then the same engine decides rightly. Attacks {@code f} are known ones against
 * rules that are Java, {@code o} are written in the language of packs. The report in {@code target} says how long each
 * took; no test depends on it, but each has to end.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResourceAttackTest {
    private static final int VIOLATIONS = 40;
    private static final String COMMON = """
            declare Said
              text : String
            end

            rule "A violation of a code that never comes must be said."
              @id("tiering.said") @reason("tiering.reason") @source("test")
            when
              Violation( code == "NEVER" )
            then
              insert( new Said( "never" ) );
            end

            """;
    private static final List<String> REPORT = new ArrayList<>();

    /** With much time, so that on a busy machine, too, it is the budget that is counted which stops an attack. */
    private static final ManagedRulesEngine engine = RulesEngines.builder()
            .packs(new BudgetPack("").source(), Trust.directoryForDevelopment())
            .budgets(Budgets.builder().time(Duration.ofMinutes(1)).build())
            .build();

    private record Attack(String id, String expected, String what, String rules) {
        @Override
        public String toString() {
            return id + ": " + what;
        }

        boolean refused() {
            return expected.startsWith("refused");
        }
    }

    static Stream<Attack> attacks() throws IOException {
        try (InputStream in = ResourceAttackTest.class.getResourceAsStream("resource-attacks.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== ")).skip(1).map(ResourceAttackTest::attack);
        }
    }

    private static Attack attack(String text) {
        String[] head = text.substring(0, text.indexOf('\n')).split(" \\| ", 3);
        return new Attack(head[0], head[1], head[2], text.substring(text.indexOf('\n') + 1));
    }

    @AfterAll
    static void report() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/resource-attacks.txt"), REPORT);
    }

    @Test
    void All_known_attacks_are_here() throws IOException {
        assertThat(attacks().filter(attack -> attack.id().startsWith("f"))).hasSize(47);
        assertThat(attacks().map(Attack::id)).doesNotHaveDuplicates();
        assertThat(attacks().filter(attack -> !attack.refused())).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void Every_attack_is_refused_or_stopped_and_the_engine_decides_rightly_afterwards(Attack attack) {
        BudgetPack pack = new BudgetPack(COMMON + attack.rules());
        long start = System.nanoTime();
        Throwable refused = catchThrowable(() -> engine.replacePacks(pack.source(), Trust.directoryForDevelopment()));
        long loaded = System.nanoTime();

        if (attack.refused()) {
            assertThat(refused).isInstanceOf(PackProblemsException.class);
            assertThat(((PackProblemsException) refused).problems()).anySatisfy(problem -> {
                assertThat("refused " + problem.code()).isEqualTo(attack.expected());
                assertThat(problem.file()).isEqualTo("tiering/v1/rules/derive.drl");
                assertThat(problem.line()).isPositive();
            });
        } else {
            assertThat(refused).isNull();
            assertThat(catchThrowable(() -> engine.decide(BudgetPack.request("R-1", VIOLATIONS))))
                    .isInstanceOfSatisfying(BudgetExceededException.class, breach -> {
                        assertThat(breach.budget().name()).isEqualTo(attack.expected());
                        assertThat(breach.rule()).startsWith("tiering." + ruleOf(attack));
                        assertThat(breach.faultOfThePack()).isTrue();
                    });
        }
        long stopped = System.nanoTime();
        REPORT.add("%s | %s | load %d ms | decide %d ms"
                .formatted(
                        attack,
                        attack.expected(),
                        Duration.ofNanos(loaded - start).toMillis(),
                        Duration.ofNanos(stopped - loaded).toMillis()));

        Decision next = engine.decide(BudgetPack.healthy("R-2"));
        assertThat(next.outcomes(TierAssigned.class))
                .singleElement()
                .extracting(TierAssigned::tier)
                .isEqualTo("BASE");
    }

    private static String ruleOf(Attack attack) {
        return switch (attack.id()) {
            case "f16" -> "s";
            case "o06" -> "o06-last";
            default -> attack.id();
        };
    }
}
