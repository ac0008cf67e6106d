package org.riderrules.engine.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The API and the engine keep the rules of the house. That the rules notice a breach is shown next door. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.riderrules.api", "org.riderrules.engine");

    @Test
    void Only_the_rule_runner_and_the_checker_know_Drools() {
        Rules.onlyTheRuleRunnerAndTheCheckerKnowDrools().check(MAIN);
    }

    @Test
    void Only_readers_of_documents_know_Jackson() {
        Rules.onlyReadersOfDocumentsKnowJackson().check(MAIN);
    }

    @Test
    void Only_the_gate_reads_bytecode() {
        Rules.onlyTheGateReadsBytecode().check(MAIN);
    }

    @Test
    void Only_the_command_line_knows_picocli() {
        Rules.onlyTheCommandLineKnowsPicocli().check(MAIN);
    }

    @Test
    void Only_the_metrics_know_Micrometer() {
        Rules.onlyTheMetricsKnowMicrometer().check(MAIN);
    }

    @Test
    void Nobody_knows_the_hosts_Jackson() {
        Rules.nobodyKnowsTheHostsJackson().check(MAIN);
    }

    @Test
    void The_canonical_form_is_our_own() {
        Rules.theCanonicalFormIsOurOwn().check(MAIN);
    }

    @Test
    void What_a_host_sees_names_no_library() {
        Rules.whatAHostSeesNamesNoLibrary().check(MAIN);
        Rules.fieldsThatAHostSeesNameNoLibrary().check(MAIN);
        Rules.whatAHostSeesExtendsNoLibrary().check(MAIN);
    }

    @Test
    void Only_builders_and_the_command_line_ask_the_system_for_the_time() {
        Rules.onlyBuildersAndTheCommandLineAskTheSystemForTheTime().check(MAIN);
        Rules.nobodyMakesADateOfToday().check(MAIN);
    }

    @Test
    void Only_the_deadline_reads_the_nanosecond_counter() {
        Rules.onlyTheDeadlineReadsTheNanosecondCounter().check(MAIN);
    }

    @Test
    void Nobody_throws_dice() {
        Rules.nobodyThrowsDice().check(MAIN);
    }

    @Test
    void Nothing_depends_on_the_machines_language_zone_or_charset() {
        Rules.nothingDependsOnTheMachinesLanguageZoneOrCharset().check(MAIN);
    }

    @Test
    void The_packages_are_free_of_cycles() {
        Rules.thePackagesAreFreeOfCycles().check(MAIN);
    }

    @Test
    void What_is_decided_on_and_what_comes_out_is_exact() {
        Rules.whatIsDecidedOnAndWhatComesOutIsExact().check(MAIN);
    }

    @Test
    void Every_class_lies_in_a_package_that_says_what_may_be_null() {
        Rules.everyClassLiesInAPackageThatSaysWhatMayBeNull().check(MAIN);
    }

    @Test
    void Every_class_is_named_after_what_it_is() {
        Rules.everyClassIsNamedAfterWhatItIs().check(MAIN);
    }

    @Test
    void Nothing_is_printed_and_java_util_logging_is_not_used() {
        Rules.nothingIsPrintedAndJavaUtilLoggingIsNotUsed().check(MAIN);
    }

    @Test
    void Nothing_static_can_be_replaced() {
        Rules.nothingStaticCanBeReplaced().check(MAIN);
    }

    @Test
    void Nobody_ends_the_host() {
        Rules.nobodyEndsTheHost().check(MAIN);
    }
}
