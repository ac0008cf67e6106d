package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.engine.budget.BuildBudget;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.Table;
import org.riderrules.engine.pack.TableText;

/** From a pack's files to a pack that decides: compile, bind the tables, check one against the other. */
public final class PackPreparation {
    private static final String VOCABULARY = "vocabulary.drl";

    private PackPreparation() {}

    /** Null when there is a problem; every problem found goes to {@code problems}. Never throws for what an author wrote. */
    public static @Nullable ReadyPack prepare(Pack pack, BuildBudget budget, Consumer<PackProblem> problems) {
        return prepare(pack, budget, problems, new OwnRules(true));
    }

    /**
     * As {@link #prepare(Pack, BuildBudget, Consumer)}, but what decides is Drools' classic mode, files, rules, rows and
     * facts in another order: a second opinion for tests and tools, on packs that are trusted by definition.
     *
     * @throws IllegalStateException when {@code drools-mvel} is not on the class path
     */
    public static @Nullable ReadyPack prepareTwin(
            Pack pack, Shuffle order, BuildBudget budget, Consumer<PackProblem> problems) {
        return prepare(pack, budget, problems, new ClassicTwin(order));
    }

    /** As {@link #prepare(Pack, BuildBudget, Consumer)}, on rules of the caller's choice. */
    static @Nullable ReadyPack prepare(
            Pack pack, BuildBudget budget, Consumer<PackProblem> problems, RuleBaseChoice choice) {
        if (!PackSize.fits(pack, budget, problems)) {
            return null;
        }
        List<DrlSource> sources = pack.rules().stream()
                .map(file -> new DrlSource(file.path(), file.text()))
                .toList();
        Set<String> tableNames =
                pack.tables().stream().map(TableText::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Compilation compilation = RuleCompiler.compile(
                pack.label(), sources, tableNames, vocabulary(pack.manifest().topic()), budget);
        compilation.problems().forEach(problems);
        CompiledRules own = compilation.rules();
        if (own == null) {
            bindToDeclarationsAlone(pack, sources, tableNames, budget, problems);
            return null;
        }
        Compilation chosen = choice.compile(pack.label(), sources, own);
        chosen.problems().forEach(problems);
        CompiledRules rules = chosen.rules();
        if (rules == null) {
            return null;
        }
        List<PackProblem> found = new ArrayList<>();
        List<Table> tables = bind(pack, rules, found::add);
        Map<String, Reason> reasons = reasons(pack);
        PackCrossCheck.check(pack, rules, reasons, found::add);
        found.forEach(problems);
        if (!found.isEmpty() || !compilation.problems().isEmpty()) {
            return null;
        }
        RuleRunner runner = choice.runner(pack.label(), rules, prepared(rules, reasons));
        return new ReadyPack(pack, rules, tables, reasons, runner);
    }

    static Vocabulary vocabulary(Topic topic) {
        Set<Class<?>> facts = Set.of(Fact.class.getPermittedSubclasses());
        return new Vocabulary(
                facts, Outcomes.types(), Set.of(AsOf.class), type -> Outcomes.allowed(type, topic), Outcomes::owner);
    }

    /** Rules that do not compile say nothing about the tables: these are still checked, so that all is told at once. */
    private static void bindToDeclarationsAlone(
            Pack pack,
            List<DrlSource> sources,
            Set<String> tableNames,
            BuildBudget budget,
            Consumer<PackProblem> problems) {
        List<DrlSource> vocabulary = sources.stream()
                .filter(source -> source.path().endsWith("/" + VOCABULARY))
                .toList();
        CompiledRules declarations = RuleCompiler.compile(
                        pack.label(),
                        vocabulary,
                        tableNames,
                        vocabulary(pack.manifest().topic()),
                        budget)
                .rules();
        if (declarations != null) {
            bind(pack, declarations, problems);
        }
    }

    private static List<Table> bind(Pack pack, CompiledRules rules, Consumer<PackProblem> problems) {
        List<Table> tables = new ArrayList<>();
        for (TableText text : pack.tables()) {
            DeclaredType type = rules.declaredType(text.name());
            if (type == null) {
                problems.accept(PackProblem.inFile(
                        "table-not-declared",
                        text.file().path(),
                        "no rule file declares a type " + text.name(),
                        "add `declare " + text.name() + "` with a field for each column to rules/vocabulary.drl"));
                continue;
            }
            Set<String> keys = type.fields().stream()
                    .filter(DeclaredField::key)
                    .map(DeclaredField::name)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            tables.add(Table.bind(text, type.type(), keys, pack.manifest(), problems));
        }
        return tables;
    }

    private static Map<String, Reason> reasons(Pack pack) {
        Map<String, Reason> reasons = new HashMap<>();
        for (String key : pack.messages().keys()) {
            SortedMap<String, String> templates = pack.messages().texts(key);
            reasons.put(key, new Reason(key, templates));
        }
        return reasons;
    }

    private static Map<String, PreparedRule> prepared(CompiledRules rules, Map<String, Reason> reasons) {
        Map<String, PreparedRule> prepared = new LinkedHashMap<>();
        for (RuleDescription rule : rules.rules()) {
            Reason reason = reasons.get(rule.reason());
            if (reason == null) {
                throw new IllegalStateException("unchecked reason " + rule.reason());
            }
            prepared.put(rule.name(), PreparedRule.of(rule, reason));
        }
        return prepared;
    }
}
