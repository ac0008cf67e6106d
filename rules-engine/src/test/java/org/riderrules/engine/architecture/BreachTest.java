package org.riderrules.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import tools.jackson.core.JsonParser;

/** A rule that nothing can break proves nothing: each is tried on a class that breaks it. */
class BreachTest {

    private static void assertBroken(ArchRule rule, Class<?>... by) {
        JavaClasses classes = new ClassFileImporter().importClasses(by);
        assertThat(rule.evaluate(classes).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    private static void assertKept(ArchRule rule, Class<?>... by) {
        JavaClasses classes = new ClassFileImporter().importClasses(by);
        assertThat(rule.evaluate(classes).getFailureReport().getDetails()).isEmpty();
    }

    static class KnowsDrools {
        Object services() {
            return KieServices.Factory.get();
        }
    }

    static class KnowsJackson {
        JsonParser parser;
    }

    static class CanonicalWithJackson {
        JsonParser parser;
    }

    static class KnowsBytecode {
        org.objectweb.asm.Type type;
    }

    static class KnowsPicocli {
        picocli.CommandLine line;
    }

    static class KnowsMicrometer {
        io.micrometer.core.instrument.MeterRegistry registry;
    }

    @Test
    void Libraries_in_the_wrong_place_are_noticed() {
        assertBroken(Rules.onlyTheMetricsKnowMicrometer(), KnowsMicrometer.class);
        assertBroken(Rules.onlyTheRuleRunnerAndTheCheckerKnowDrools(), KnowsDrools.class);
        assertBroken(Rules.onlyReadersOfDocumentsKnowJackson(), KnowsJackson.class);
        assertBroken(Rules.theCanonicalFormIsOurOwn(), CanonicalWithJackson.class);
        assertBroken(Rules.onlyTheGateReadsBytecode(), KnowsBytecode.class);
        assertBroken(Rules.onlyTheCommandLineKnowsPicocli(), KnowsPicocli.class);
    }

    @Test
    void Libraries_that_a_host_would_see_are_noticed() {
        assertBroken(Rules.whatAHostSeesNamesNoLibrary(), Visible.class, Visible.ShowsJackson.class);
        assertBroken(Rules.fieldsThatAHostSeesNameNoLibrary(), Visible.class, Visible.ShowsJacksonInAField.class);
        assertBroken(Rules.whatAHostSeesExtendsNoLibrary(), Visible.class, Visible.IsJackson.class);
        assertKept(Rules.fieldsThatAHostSeesNameNoLibrary(), KnowsJackson.class);
    }

    static class AsksTheDay {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    static class AsksTheDaySomewhere {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static class AsksAnInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static class AsksMilliseconds {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class AsksTheSystemsClock {
        Clock clock() {
            return Clock.systemDefaultZone();
        }
    }

    static class AsksTheCalendar {
        Calendar calendar() {
            return Calendar.getInstance();
        }
    }

    static class AsksItsOwnClock {
        LocalDate today(Clock clock) {
            return clock.instant().equals(Instant.EPOCH) ? LocalDate.now(clock) : LocalDate.EPOCH;
        }
    }

    static class MakesADate {
        Date date() {
            return new Date();
        }
    }

    static class CountsNanoseconds {
        long now() {
            return System.nanoTime();
        }
    }

    @Test
    void Time_that_was_not_handed_in_is_noticed() {
        for (Class<?> type : List.of(
                AsksTheDay.class,
                AsksTheDaySomewhere.class,
                AsksAnInstant.class,
                AsksMilliseconds.class,
                AsksTheSystemsClock.class,
                AsksTheCalendar.class)) {
            assertBroken(Rules.onlyBuildersAndTheCommandLineAskTheSystemForTheTime(), type);
        }
        assertKept(Rules.onlyBuildersAndTheCommandLineAskTheSystemForTheTime(), AsksItsOwnClock.class);
        assertBroken(Rules.nobodyMakesADateOfToday(), MakesADate.class);
        assertBroken(Rules.onlyTheDeadlineReadsTheNanosecondCounter(), CountsNanoseconds.class);
    }

    static class ThrowsDice {
        int number() {
            return new Random().nextInt();
        }
    }

    static class ThrowsMath {
        double number() {
            return Math.random();
        }
    }

    static class ThrowsIds {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    @Test
    void Chance_is_noticed() {
        assertBroken(Rules.nobodyThrowsDice(), ThrowsDice.class);
        assertBroken(Rules.nobodyThrowsDice(), ThrowsMath.class);
        assertBroken(Rules.nobodyThrowsDice(), ThrowsIds.class);
    }

    static class FormatsAsTheMachineSpeaks {
        String text() {
            return String.format("%d", 7);
        }
    }

    static class LowersAsTheMachineSpeaks {
        String text(String name) {
            return name.toLowerCase();
        }
    }

    static class KnowsWhereTheMachineStands {
        ZoneId zone() {
            return ZoneId.systemDefault();
        }
    }

    static class FormatsForEverybody {
        String text(String name) {
            return String.format(Locale.ROOT, "%d", 7) + name.toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void The_machines_language_and_zone_are_noticed() {
        assertBroken(Rules.nothingDependsOnTheMachinesLanguageZoneOrCharset(), FormatsAsTheMachineSpeaks.class);
        assertBroken(Rules.nothingDependsOnTheMachinesLanguageZoneOrCharset(), LowersAsTheMachineSpeaks.class);
        assertBroken(Rules.nothingDependsOnTheMachinesLanguageZoneOrCharset(), KnowsWhereTheMachineStands.class);
        assertKept(Rules.nothingDependsOnTheMachinesLanguageZoneOrCharset(), FormatsForEverybody.class);
    }

    static class TierManager {}

    static class RuleUtil {}

    static class TierImpl {}

    static class ManagedTier {}

    static class Implied {}

    @Test
    void Names_that_say_nothing_are_noticed() {
        assertBroken(Rules.everyClassIsNamedAfterWhatItIs(), TierManager.class);
        assertBroken(Rules.everyClassIsNamedAfterWhatItIs(), RuleUtil.class);
        assertBroken(Rules.everyClassIsNamedAfterWhatItIs(), TierImpl.class);
        assertKept(Rules.everyClassIsNamedAfterWhatItIs(), ManagedTier.class, Implied.class);
    }

    static class Prints {
        void print() {
            System.out.println("x");
        }
    }

    static class Logs {
        private static final Logger LOG = Logger.getLogger("x");
    }

    static class Counts {
        static int count;
    }

    static class Ends {
        void end() {
            System.exit(1);
        }
    }

    @Test
    void Printing_logging_shared_state_and_ending_the_host_are_noticed() {
        assertBroken(Rules.nothingIsPrintedAndJavaUtilLoggingIsNotUsed(), Prints.class);
        assertBroken(Rules.nothingIsPrintedAndJavaUtilLoggingIsNotUsed(), Logs.class);
        assertBroken(Rules.nothingStaticCanBeReplaced(), Counts.class);
        assertBroken(Rules.nobodyEndsTheHost(), Ends.class);
    }

    @Test
    void A_package_that_does_not_say_what_may_be_null_is_noticed() {
        assertBroken(Rules.everyClassLiesInAPackageThatSaysWhatMayBeNull(), Prints.class);
    }

    @Test
    void A_cycle_of_packages_is_noticed() {
        // java.lang and java.util know each other.
        assertBroken(Rules.thePackagesAreFreeOfCycles(), String.class, Locale.class);
    }
}
