package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** From descriptors to a rule base: code, bytes, gate, loader, base. No container, no repository, no scanning. */
final class CodePipeline {
    private final ParsedPack pack;
    private final ClassLoader parent;
    private final Sandbox sandbox;
    private final SizeCheck size;
    private final BuildWatch watch;

    /** @param parent the loader of the engine itself */
    CodePipeline(ParsedPack pack, ClassLoader parent, Sandbox sandbox, SizeCheck size, BuildWatch watch) {
        this.size = size;
        this.watch = watch;
        this.pack = pack;
        this.parent = parent;
        this.sandbox = sandbox;
    }

    /**
     * Generated and compiled, not loaded.
     *
     * @param models the names of the model classes
     * @param classes name to bytes of all classes
     */
    private record Code(List<String> models, SortedMap<String, byte[]> classes) {}

    /** Runs all steps; null when one of them found errors, which are told. */
    @Nullable
    CompiledRules run(Problems problems) {
        Anchor.tie(pack);
        @Nullable Code code = compile(problems);
        if (code == null) {
            return null;
        }
        watch.check();
        try {
            return load(code, sandbox.loading().loader(pack.label(), parent, code.classes()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            new DroolsErrors(pack, problems).tellCrash(e);
            return null;
        }
    }

    /** Generates and compiles without loading, and tells what is wrong. */
    void tryOut(Problems problems) {
        compile(problems);
    }

    private @Nullable Code compile(Problems problems) {
        AccumulateNames.give(pack);
        Problems found = new Problems();
        GeneratingLoader loader =
                new GeneratingLoader(pack, sandbox.view().apply(parent), sandbox.gate(), found, watch);
        Problems generated = new Problems();
        @Nullable GeneratedCode code = CodeGenerator.generate(pack.files(), loader, new DroolsErrors(pack, generated));
        if (code == null && found.none() && pack.rules().size() > 1) {
            generated = eachRuleAlone(generated);
        }
        generated.sorted().forEach(found::add);
        @Nullable
        SortedMap<String, byte[]> classes =
                code == null ? null : CodeCompiler.compile(code, loader, new DroolsErrors(pack, found));
        if (classes != null) {
            size.classes(classes, found);
            sandbox.gate().check(pack, classes, found);
        }
        found.sorted().forEach(problems::add);
        return code == null || classes == null || !found.none() ? null : new Code(code.models(), classes);
    }

    /** The generator's messages name neither rule nor line; so each rule is tried alone. */
    private Problems eachRuleAlone(Problems together) {
        Problems apart = new Problems();
        for (ParsedRule rule : pack.rules()) {
            ParsedPack alone = pack.with(List.of(rule), watch);
            AccumulateNames.give(alone);
            GeneratingLoader loader =
                    new GeneratingLoader(alone, sandbox.view().apply(parent), sandbox.gate(), apart, watch);
            CodeGenerator.generate(alone.files(), loader, new DroolsErrors(alone, apart));
        }
        return apart.none() ? together : apart;
    }

    private CompiledRules load(Code code, ClassLoader loader) throws ReflectiveOperationException {
        KieBase base = BaseBuilder.build(code.models(), loader);
        List<DeclaredType> types = new ArrayList<>();
        for (Declaration declaration : pack.declarations()) {
            types.add(declaration.withClass(loader.loadClass(pack.packageName() + "." + declaration.name())));
        }
        return new CompiledRules(pack.packageName(), base, loader, pack.descriptions(), types);
    }
}
