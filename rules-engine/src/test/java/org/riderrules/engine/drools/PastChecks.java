package org.riderrules.engine.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.lang.descr.CompositePackageDescr;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.model.codegen.tool.ExplicitCanonicalModelCompiler;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.riderrules.api.fact.AsOf;
import org.riderrules.engine.budget.Budgets;

/** Compiles what the language checks would refuse, to see what Drools makes of it. */
final class PastChecks {
    /** No gate, the whole class path. */
    private static final Sandbox OPEN = new Sandbox((pack, classes, problems) -> {}, loader -> loader, OpenLoader::new);

    private PastChecks() {}

    /** As the engine does it: all files into one package of one base. */
    static CompiledRules own(List<DrlSource> sources) {
        Problems problems = new Problems();
        ClassLoader parent = PastChecks.class.getClassLoader();
        ParsedPack pack = ParsedPack.read(
                "strange v1", sources, Set.of(), Packs.vocabulary(), parent, new BuildWatch(), new Problems());
        CompiledRules rules = new CodePipeline(
                        pack, parent, OPEN, new SizeCheck(Budgets.STANDARD.build(), pack.label()), new BuildWatch())
                .run(problems);
        if (rules == null) {
            throw new IllegalStateException("does not compile: " + problems.sorted());
        }
        return rules;
    }

    /** As the engine does not do it: several packages into one base, in the same executable model. */
    static KieBase severalPackages(List<DrlSource> sources) throws ReflectiveOperationException {
        Problems problems = new Problems();
        ParsedPack none = ParsedPack.read(
                "strange v1",
                sources,
                Set.of(),
                Packs.vocabulary(),
                PastChecks.class.getClassLoader(),
                new BuildWatch(),
                new Problems());
        GeneratingLoader loader =
                new GeneratingLoader(none, PastChecks.class.getClassLoader(), OPEN.gate(), problems, new BuildWatch());
        Collection<CompositePackageDescr> packages = new ArrayList<>();
        for (DrlSource source : sources) {
            ParsedFile file = DrlReader.read(new SourceText(source), new BuildWatch(), problems);
            CompositePackageDescr one = new CompositePackageDescr(file.descr().getNamespace());
            one.addPackageDescr(file.descr().getResource(), file.descr());
            packages.add(one);
        }
        ExplicitCanonicalModelCompiler<PackageSources> compiler = ExplicitCanonicalModelCompiler.of(
                packages,
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(loader)
                        .as(KnowledgeBuilderConfigurationImpl.KEY),
                PackageSources::dumpSources);
        compiler.process();
        SortedMap<String, String> code = new TreeMap<>();
        List<String> models = new ArrayList<>();
        for (PackageSources each : compiler.getPackageSources()) {
            models.addAll(each.getModelNames());
            List<org.drools.codegen.common.GeneratedFile> files = new ArrayList<>();
            each.collectGeneratedFiles(files);
            files.stream()
                    .filter(file -> !loader.declared()
                            .containsKey(file.relativePath()
                                    .replaceFirst("\\.java$", "")
                                    .replace('/', '.')))
                    .forEach(file -> code.put(
                            file.relativePath(), new String(file.contents(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        GeneratedCode generated = new GeneratedCode(code, loader.declared(), models);
        SortedMap<String, byte[]> classes = CodeCompiler.compile(generated, loader, new DroolsErrors(none, problems));
        if (classes == null) {
            throw new IllegalStateException("does not compile: " + problems.sorted());
        }
        return BaseBuilder.build(
                models, OPEN.loading().loader("strange v1", PastChecks.class.getClassLoader(), classes));
    }

    /** The texts that rules inserted as {@code Told}, sorted, after firing and after each further step and firing. */
    static List<String> told(KieBase base, String typePackage, List<Consumer<Facts>> steps) {
        KieSession session = base.newKieSession();
        session.insert(new AsOf(LocalDate.EPOCH)); // The engine ties rules to it.
        try {
            for (Consumer<Facts> step : steps) {
                step.accept((name, value) -> session.insert(fact(base.getFactType(typePackage, name), value)));
                session.fireAllRules();
            }
            FactType told = base.getFactType(typePackage, "Told");
            return session.getObjects().stream()
                    .filter(told.getFactClass()::isInstance)
                    .map(fact -> String.valueOf(told.get(fact, "text")))
                    .sorted()
                    .toList();
        } finally {
            session.dispose();
        }
    }

    private static Object fact(FactType type, int value) {
        try {
            Object fact = type.newInstance();
            type.set(fact, "value", value);
            return fact;
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Inserts a declared fact with its value. */
    @FunctionalInterface
    interface Facts {
        void insert(String type, int value);
    }
}
