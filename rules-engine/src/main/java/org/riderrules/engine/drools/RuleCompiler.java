package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Compiles the rules of one pack version: sorted sources, descriptors, gate, Java sources, bytes, gate, own loader, rule
 * base. No container, no repository, no scanning. Thread-safe; compilations run one after the other, because parallel
 * builds are a known source of errors in Drools.
 */
public final class RuleCompiler {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private RuleCompiler() {}

    /**
     * Compiles a pack version. Never throws for anything an author wrote: all problems that can be found are in the
     * result.
     *
     * @param packLabel pack and version, for instance {@code tiering v2}
     * @param sources its DRL files, in any order
     * @param tableTypes the names of the declared types that are filled from tables
     * @param vocabulary what the pack may talk about
     */
    public static Compilation compile(
            String packLabel, List<DrlSource> sources, Set<String> tableTypes, Vocabulary vocabulary) {
        return compile(packLabel, sources, tableTypes, vocabulary, DescriptorGate.OPEN, ClassGate.OPEN);
    }

    /** As {@link #compile(String, List, Set, Vocabulary)}, with gates. */
    static Compilation compile(
            String packLabel,
            List<DrlSource> sources,
            Set<String> tableTypes,
            Vocabulary vocabulary,
            DescriptorGate descriptorGate,
            ClassGate classGate) {
        ONE_AT_A_TIME.lock();
        try {
            Problems problems = new Problems();
            List<ParsedFile> files = read(sources, problems);
            List<Declaration> declarations = files.stream()
                    .flatMap(file -> Declarations.of(file).stream())
                    .toList();
            TypeBook book = book(files, declarations, tableTypes, vocabulary);
            List<ParsedRule> rules = rules(files, book, problems);
            descriptorGate.check(files, problems);
            @Nullable
            CompiledRules compiled =
                    problems.none() ? generate(packLabel, files, declarations, rules, classGate, problems) : null;
            return new Compilation(problems.sorted(), problems.none() ? compiled : null);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static List<ParsedFile> read(List<DrlSource> sources, Problems problems) {
        List<ParsedFile> files = new ArrayList<>();
        sources.stream().sorted(Comparator.comparing(DrlSource::path)).forEach(source -> {
            @Nullable ParsedFile file = DrlReader.read(new SourceText(source), problems);
            if (file != null) {
                files.add(file);
            }
        });
        return files;
    }

    private static TypeBook book(
            List<ParsedFile> files, List<Declaration> declarations, Set<String> tableTypes, Vocabulary vocabulary) {
        List<String> imports = files.stream()
                .flatMap(file -> file.descr().getImports().stream())
                .map(imported -> imported.getTarget())
                .filter(target -> !target.endsWith("*"))
                .toList();
        return new TypeBook(vocabulary, declarations, tableTypes, imports, engineLoader());
    }

    private static List<ParsedRule> rules(List<ParsedFile> files, TypeBook book, Problems problems) {
        List<ParsedRule> rules = new ArrayList<>();
        for (ParsedFile file : files) {
            for (RuleDescr rule : file.descr().getRules()) {
                if (rule.isRule()) {
                    rules.add(RuleReader.read(file.source(), rule, book, problems));
                }
            }
        }
        return rules;
    }

    private static @Nullable CompiledRules generate(
            String packLabel,
            List<ParsedFile> files,
            List<Declaration> declarations,
            List<ParsedRule> rules,
            ClassGate gate,
            Problems problems) {
        DroolsErrors errors = new DroolsErrors(packLabel, rules, problems);
        GeneratingLoader generating = new GeneratingLoader(engineLoader(), gate, problems);
        @Nullable GeneratedCode code = CodeGenerator.generate(files, generating, errors);
        @Nullable
        SortedMap<String, byte[]> classes = code == null ? null : CodeCompiler.compile(code, generating, errors);
        if (code == null || classes == null) {
            return null;
        }
        classes.forEach((name, bytes) -> gate.check(name, bytes, problems));
        if (!problems.none()) {
            return null;
        }
        try {
            return load(packLabel, files.get(0).descr().getNamespace(), code, classes, declarations, rules);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            errors.tellCrash(e);
            return null;
        }
    }

    private static CompiledRules load(
            String packLabel,
            String packageName,
            GeneratedCode code,
            Map<String, byte[]> classes,
            List<Declaration> declarations,
            List<ParsedRule> rules)
            throws ReflectiveOperationException {
        ClassLoader loader = PackLoader.create(packLabel, engineLoader(), classes);
        KieBase base = BaseBuilder.build(code.models(), loader);
        List<DeclaredType> types = new ArrayList<>();
        for (Declaration declaration : declarations) {
            types.add(declaration.withClass(loader.loadClass(packageName + "." + declaration.name())));
        }
        return new CompiledRules(
                packageName,
                base,
                loader,
                rules.stream().map(ParsedRule::description).toList(),
                types);
    }

    private static ClassLoader engineLoader() {
        return RuleCompiler.class.getClassLoader();
    }
}
