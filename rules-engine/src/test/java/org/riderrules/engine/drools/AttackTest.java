package org.riderrules.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.compiler.JavaDialectConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;
import org.kie.memorycompiler.JavaCompiler;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationSeverity;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.engine.NormalDecision;
import org.riderrules.engine.attack.Attack;
import org.riderrules.engine.attack.Witness;
import org.riderrules.engine.budget.Budgets;
import org.riderrules.engine.language.WiderLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attack suite. Every attack is refused at build with its place and a mend; the second gate alone refuses every
 * attack that would otherwise reach something; and without the gates most of them do, so the suite can see.
 */
class AttackTest {
    private static final Logger LOG = LoggerFactory.getLogger(AttackTest.class);
    private static final String VOCABULARY = """
            package %s;
            import org.riderrules.api.fact.*;

            declare Reached
              text : String
            end
            """;
    /** What a rule must have anyway; an attack must be refused for something else. */
    private static final Set<String> FORMALITIES = Set.of(
            "id-missing",
            "source-missing",
            "rule-name-not-a-sentence",
            "file-without-agenda-group",
            "id-duplicate",
            "rule-name-duplicate");

    /** What the second gate cannot see, or need not, and why. The first gate refuses these, too. */
    private static final Map<String, String> NOT_FOR_THE_SECOND_GATE = Map.of(
            "i06", "Drools makes the function while it reads the import; the generator sees no class of a host",
            "d13", "a trait is a declared type like any other once it is generated",
            "j19", "Drools keeps this default value as the text that it is",
            "w35", "it compares a text of a fact with nothing");

    @BeforeEach
    void nothing_has_been_reached() {
        Witness.reset();
    }

    private static List<DrlSource> sources(Attack attack) {
        return Packs.sources("attack.drl", attack.text(), "vocabulary.drl", VOCABULARY.formatted(attack.packageName()));
    }

    @Test
    void There_are_264_attacks_and_each_has_its_own_name() {
        assertThat(Attack.all("attacks.txt"))
                .hasSize(264)
                .extracting(Attack::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void Every_attack_is_refused_with_its_place_and_a_mend_and_the_engine_decides_rightly_afterwards() {
        checkAllRefused();
    }

    @Test
    @Tag("second-opinion")
    void Beside_the_classic_mode_every_attack_is_refused_too() {
        checkAllRefused();
    }

    private static void checkAllRefused() {
        NormalDecision normal = new NormalDecision();
        List<String> wrong = new ArrayList<>();
        for (Attack attack : Attack.all("attacks.txt")) {
            Compilation compilation = RuleCompiler.compile("tiering v1", sources(attack), Set.of(), Packs.vocabulary());
            List<PackProblem> reasons = compilation.problems().stream()
                    .filter(problem -> !FORMALITIES.contains(problem.code()))
                    .toList();
            if (compilation.rules() != null || reasons.isEmpty()) {
                wrong.add(attack + " is not refused: " + compilation.problems());
            }
            for (PackProblem problem : compilation.problems()) {
                boolean placed = problem.line() > 0
                        && problem.column() > 0
                        && problem.file().endsWith(".drl");
                if (!placed || problem.mend().isBlank() || problem.what().isBlank()) {
                    wrong.add(attack + " is refused without a place or a mend: " + problem);
                }
            }
            if (!Witness.seen().isEmpty()) {
                wrong.add(attack + " escaped while it was refused: " + Witness.seen());
                Witness.reset();
            }
            normal.check(attack.toString(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void A_refusal_names_the_rule_where_there_is_one() {
        List<PackProblem> problems = new ArrayList<>();
        for (Attack attack : Attack.all("attacks.txt")) {
            if (attack.category().equals("lhs") || attack.category().equals("rhs")) {
                problems.addAll(RuleCompiler.compile("tiering v1", sources(attack), Set.of(), Packs.vocabulary())
                        .problems());
            }
        }
        assertThat(problems)
                .hasSizeGreaterThan(100)
                .filteredOn(problem -> problem.code().equals("construct-not-allowed")
                        || problem.code().equals("consequence-not-one-insert"))
                .filteredOn(problem -> problem.rule() == null)
                .as("only queries and functions stand outside of rules")
                .allMatch(problem ->
                        problem.what().contains("query") || problem.what().contains("function"));
    }

    /** What became of an attack when nothing but the second gate looked at it, and was not obeyed. */
    private record Fate(List<PackProblem> refusals, List<PackProblem> failures, List<String> escapes) {}

    @Test
    void Without_gates_most_attacks_escape_and_each_of_those_is_refused_by_the_second_gate_alone() {
        Map<Attack, Fate> fates = new LinkedHashMap<>();
        Attack.all("attacks.txt").forEach(attack -> fates.put(attack, fate(attack)));
        NormalDecision normal = new NormalDecision();
        List<String> wrong = new ArrayList<>();
        normal.check("all attacks without gates", wrong);
        fates.forEach((attack, fate) -> {
            boolean seen = !NOT_FOR_THE_SECOND_GATE.containsKey(attack.id());
            if (seen && !fate.escapes().isEmpty() && fate.refusals().isEmpty()) {
                wrong.add(attack + " escaped the second gate: " + fate.escapes());
            }
            for (PackProblem problem : fate.refusals()) {
                if (problem.line() == 0 || problem.mend().isBlank()) {
                    wrong.add(attack + " is refused without a place or a mend: " + problem);
                }
            }
        });
        long escaped = fates.values().stream()
                .filter(fate -> !fate.escapes().isEmpty())
                .count();
        long refused = fates.values().stream()
                .filter(fate -> !fate.refusals().isEmpty())
                .count();
        long notCompiled = fates.values().stream()
                .filter(fate -> !fate.failures().isEmpty() && fate.refusals().isEmpty())
                .count();
        LOG.info(
                "{} of {} attacks escape without gates, the second gate alone refuses {}, Drools or ecj {}",
                escaped,
                fates.size(),
                refused,
                notCompiled);
        assertThat(wrong).isEmpty();
        assertThat(escaped).isGreaterThan(150);
    }

    private static Fate fate(Attack attack) {
        Witness.reset();
        ClassLoader host = AttackTest.class.getClassLoader();
        Problems told = new Problems();
        ParsedPack pack = ParsedPack.read(
                "tiering v1", sources(attack), Set.of(), Packs.vocabulary(), host, new BuildWatch(), new Problems());
        if (!pack.complete()) {
            return new Fate(List.of(), List.of(PackProblem.inFile("parse-error", "x.drl", "x", "x")), List.of());
        }
        Problems refusals = new Problems();
        ClassGate second = new BytecodeCheck(WiderLanguage.with(Witness.class, "allow", "quiet"));
        Sandbox open = new Sandbox(
                (all, classes, problems) -> second.check(all, classes, refusals), loader -> loader, OpenLoader::new);
        CompiledRules rules = new CodePipeline(
                        pack, host, open, new SizeCheck(Budgets.STANDARD.build(), pack.label()), new BuildWatch())
                .run(told);
        List<String> failures = new ArrayList<>();
        if (rules != null) {
            run(rules, failures);
        }
        List<String> seen = new ArrayList<>(Witness.seen());
        seen.addAll(failures);
        Witness.reset();
        return new Fate(refusals.sorted(), told.sorted(), seen);
    }

    /** Fires the attack on a violation; what it inserts to show that it came so far is an escape, too. */
    private static void run(CompiledRules rules, List<String> escapes) {
        KieSession session = rules.kieBase().newKieSession();
        try {
            session.insert(new AsOf(LocalDate.of(2026, 7, 14)));
            session.insert(Violation.builder()
                    .id("V-1")
                    .code("LATE")
                    .occurredOn(LocalDate.of(2026, 7, 1))
                    .status(ViolationStatus.REPORTED)
                    .severity(ViolationSeverity.MINOR)
                    .minutesLate(12)
                    .evidence(List.of("photo", "report"))
                    .build());
            session.getAgenda().getAgendaGroup("decide").setFocus();
            session.fireAllRules(100);
            for (Object fact : session.getObjects()) {
                if (fact.getClass().getSimpleName().equals("Reached")
                        && fact.toString().contains("ESC")) {
                    escapes.add("the rule went through");
                }
            }
        } catch (RuntimeException | LinkageError | ThreadDeath e) {
            // An attack that fails where it runs has not reached more than the witness knows.
        } finally {
            session.dispose();
        }
    }

    @Test
    void Rules_are_compiled_by_ecj_whatever_compiler_the_JDK_has() {
        JavaCompiler ecj = JavaDialectConfiguration.createEclipseCompiler();

        assertThat(CodeCompiler.COMPILER).hasSameClassAs(ecj);
        assertThat(ecj.getClass().getSimpleName()).isEqualTo("EclipseJavaCompiler");
    }
}
