package org.riderrules.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;

class ArchitectureTest {
    private static final JavaClasses API = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.riderrules.api");

    @Test
    void The_API_depends_on_nothing_but_the_JDK_and_JSpecify() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "org.riderrules.api..")
                .check(API);
    }

    @Test
    void The_errors_depend_on_nothing_else_of_the_API() {
        classes()
                .that()
                .resideInAPackage("org.riderrules.api.error")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "org.riderrules.api.error")
                .check(API);
    }

    @Test
    void The_facts_know_nothing_of_outcomes_explanations_or_the_door() {
        noClasses()
                .that()
                .resideInAPackage("org.riderrules.api.fact")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.riderrules.api",
                        "org.riderrules.api.outcome",
                        "org.riderrules.api.explain",
                        "org.riderrules.api.spi")
                .check(API);
    }

    @Test
    void The_packages_of_the_API_are_free_of_cycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(ByPackage.EACH)
                .should()
                .beFreeOfCycles()
                .check(API);
    }

    /** A package and its subpackages are different slices. */
    private enum ByPackage implements SliceAssignment {
        EACH;

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    @Test
    void Every_fact_and_every_outcome_is_a_record() {
        assertThat(Valid.factsAndOutcomes()).hasSizeGreaterThan(30).allMatch(Class::isRecord);
        classes()
                .that()
                .areAssignableTo(Fact.class)
                .or()
                .areAssignableTo(Outcome.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(API);
    }

    @Test
    void No_fact_outcome_or_explanation_has_a_floating_point_number() {
        for (JavaClass type : API) {
            for (JavaMember member : type.getMembers()) {
                assertThat(member.getAllInvolvedRawTypes())
                        .as(member.getFullName())
                        .noneMatch(involved -> involved.isEquivalentTo(double.class)
                                || involved.isEquivalentTo(float.class)
                                || involved.isEquivalentTo(Double.class)
                                || involved.isEquivalentTo(Float.class));
            }
        }
    }

    @Test
    void Every_package_of_the_API_says_what_may_be_null() {
        JavaPackage root = API.getPackage("org.riderrules.api");
        assertThat(root.getSubpackagesInTree()).isNotEmpty();
        assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
        for (JavaPackage each : root.getSubpackagesInTree()) {
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as(each.getName())
                    .isTrue();
        }
    }

    @Test
    void Nothing_in_the_API_asks_the_time_the_machine_or_chance() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(nameMatching("now|currentTimeMillis|nanoTime|system.*|random.*|getProperty|getenv")))
                .check(API);
    }

    @Test
    void Every_class_of_the_API_is_final_sealed_or_meant_to_be_implemented() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(API);
    }

    @Test
    void Nothing_in_the_API_can_be_changed_after_it_was_made_but_builders() {
        fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .should()
                .beFinal()
                .check(API);
    }
}
