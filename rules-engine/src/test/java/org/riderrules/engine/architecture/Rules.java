package org.riderrules.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that a machine can check. */
final class Rules {
    private static final String ENGINE = "org.riderrules.engine";
    private static final String START_OF_THE_COMMAND_LINE = ENGINE + ".cli.RulesCommand";
    private static final String[] DROOLS = {"org.kie..", "org.drools.."};
    private static final String[] JACKSON = {"tools.jackson..", "com.fasterxml.jackson.."};

    private Rules() {}

    static ArchRule onlyTheRuleRunnerAndTheCheckerKnowDrools() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE + ".drools..", ENGINE + ".check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DROOLS);
    }

    static ArchRule onlyReadersOfDocumentsKnowJackson() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE + ".json..", ENGINE + ".pack..", ENGINE + ".check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON);
    }

    static ArchRule onlyTheGateReadsBytecode() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE + ".gate..", ENGINE + ".drools..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.objectweb.asm..");
    }

    static ArchRule onlyTheCommandLineKnowsPicocli() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..");
    }

    static ArchRule onlyTheMetricsKnowMicrometer() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..");
    }

    static ArchRule nobodyKnowsTheHostsJackson() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..");
    }

    static ArchRule theCanonicalFormIsOurOwn() {
        return noClasses()
                .that()
                .haveSimpleNameStartingWith("Canonical")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON);
    }

    static ArchRule whatAHostSeesNamesNoLibrary() {
        return codeUnits()
                .that()
                .areDeclaredInClassesThat(areForHosts())
                .and(describe("are public or protected", Rules::isForHosts))
                .should(nameNoLibrary());
    }

    static ArchRule fieldsThatAHostSeesNameNoLibrary() {
        return fields().that()
                .areDeclaredInClassesThat(areForHosts())
                .and(describe("are public or protected", Rules::isForHosts))
                .should(nameNoLibrary())
                .allowEmptyShould(true);
    }

    /** Also classes that may come to a host through a supertype. */
    static ArchRule whatAHostSeesExtendsNoLibrary() {
        return noClasses()
                .that(areForHosts())
                .should()
                .beAssignableTo(describe("types of a library", Rules::isOfALibrary));
    }

    /** The metrics are an adapter to a library that the host chose: there its types are the point. */
    private static DescribedPredicate<JavaClass> areForHosts() {
        return describe(
                "are public and not internal",
                type -> isPublic(type)
                        && !type.getPackageName().startsWith(ENGINE + ".metrics")
                        && !type.getPackageName().startsWith(ENGINE + ".drools")
                        && !type.getPackageName().startsWith(ENGINE + ".invariant"));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Rules::isPublic).orElse(true);
    }

    private static boolean isForHosts(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isOfALibrary(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return !name.isEmpty()
                && !name.startsWith("java.")
                && !name.startsWith("javax.sql")
                && !name.startsWith("org.riderrules.")
                && !name.startsWith("org.jspecify.");
    }

    private static ArchCondition<JavaMember> nameNoLibrary() {
        return new ArchCondition<>("name no type of a library") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                for (JavaClass type : member.getAllInvolvedRawTypes()) {
                    if (isOfALibrary(type)) {
                        events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " names " + type.getName()));
                    }
                }
            }
        };
    }

    /** {@code Clock} is injected; only the builders of engine and trail and the start of the command line may take the system's. */
    static ArchRule onlyBuildersAndTheCommandLineAskTheSystemForTheTime() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ENGINE + ".RulesEngines$Builder")
                .and()
                .doNotHaveFullyQualifiedName(ENGINE + ".audit.AuditTrail$Builder")
                .and()
                .doNotHaveFullyQualifiedName(START_OF_THE_COMMAND_LINE)
                .should()
                .callMethodWhere(describe("ask the system for the time", Rules::asksForTheTime));
    }

    private static boolean asksForTheTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        if (owner.equals("java.lang.System")) {
            return name.equals("currentTimeMillis");
        }
        if (owner.equals("java.time.Clock")) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        boolean withClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && name.equals("now") && !withClock
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
    }

    static ArchRule nobodyMakesADateOfToday() {
        return noClasses().should().callConstructor(java.util.Date.class);
    }

    static ArchRule onlyTheDeadlineReadsTheNanosecondCounter() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + ".drools..")
                .should()
                .callMethod(System.class, "nanoTime");
    }

    /** {@code SecureRandom} is allowed: it makes salts and keys, never decisions. */
    static ArchRule nobodyThrowsDice() {
        return noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.Random.class, long.class)
                .orShould()
                .callMethodWhere(describe("throw dice", call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    return owner.equals("java.lang.Math") && name.equals("random")
                            || owner.equals("java.util.UUID") && name.equals("randomUUID")
                            || owner.equals("java.util.concurrent.ThreadLocalRandom")
                            || owner.equals("java.util.Collections") && name.equals("shuffle");
                }));
    }

    static ArchRule nothingDependsOnTheMachinesLanguageZoneOrCharset() {
        return noClasses().should().callCodeUnitWhere(describe("depend on the machine's language", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            var parameters = call.getTarget().getRawParameterTypes();
            boolean none = parameters.isEmpty();
            boolean locale = parameters.stream().anyMatch(type -> type.getName().equals("java.util.Locale"));
            boolean charset =
                    parameters.stream().anyMatch(type -> type.getName().endsWith("Charset"));
            return switch (owner) {
                case "java.lang.String" ->
                    (name.equals("format") || name.equals("formatted")) && !locale
                            || (name.equals("toLowerCase") || name.equals("toUpperCase")) && none
                            || name.equals("getBytes") && none
                            || name.equals("<init>")
                                    && parameters.size() == 1
                                    && parameters.get(0).isEquivalentTo(byte[].class)
                                    && !charset;
                case "java.util.Locale" -> name.equals("getDefault");
                case "java.util.TimeZone" -> name.equals("getDefault");
                case "java.time.ZoneId" -> name.equals("systemDefault");
                default -> false;
            };
        }));
    }

    static ArchRule thePackagesAreFreeOfCycles() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    /** A rate is a count of a count, money and points are exact decimals: there is nothing to round by accident. */
    static ArchRule whatIsDecidedOnAndWhatComesOutIsExact() {
        return noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.riderrules.api..")
                .should(involveAFloatingPointNumber());
    }

    private static ArchCondition<JavaMember> involveAFloatingPointNumber() {
        return new ArchCondition<>("involve a floating-point number") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                for (JavaClass type : member.getAllInvolvedRawTypes()) {
                    boolean inexact = Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                            .contains(type.getBaseComponentType().getName());
                    if (inexact) {
                        events.add(SimpleConditionEvent.satisfied(
                                member, member.getFullName() + " involves " + type.getName()));
                    }
                }
            }
        };
    }

    static ArchRule everyClassLiesInAPackageThatSaysWhatMayBeNull() {
        return classes().should(new ArchCondition<>("lie in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + ": its package has no package-info with @NullMarked"));
                }
            }
        });
    }

    static ArchRule everyClassIsNamedAfterWhatItIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Manager|Utils?|Misc)(s|[A-Z$].*)?")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..impl..", "..helper..", "..helpers..", "..common..", "..misc..");
    }

    /** Commands print to what they were given. */
    static ArchRule nothingIsPrintedAndJavaUtilLoggingIsNotUsed() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(START_OF_THE_COMMAND_LINE)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING);
    }

    static ArchRule nothingStaticCanBeReplaced() {
        return fields().that().areStatic().should().beFinal();
    }

    static ArchRule nobodyEndsTheHost() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(START_OF_THE_COMMAND_LINE)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class);
    }
}
