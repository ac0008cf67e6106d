package org.riderrules.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.codegen.common.GeneratedFile;
import org.drools.compiler.builder.impl.KnowledgeBuilderConfigurationImpl;
import org.drools.compiler.builder.impl.KnowledgeBuilderRulesConfigurationImpl;
import org.drools.compiler.lang.descr.CompositePackageDescr;
import org.drools.model.codegen.execmodel.PackageSources;
import org.drools.model.codegen.tool.ExplicitCanonicalModelCompiler;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.riderrules.engine.drools.accumulate.Functions;

/** Step 2: descriptors to the Java sources of the executable model. */
final class CodeGenerator {
    private CodeGenerator() {}

    /** Generates the code of one package; null when Drools found errors, which are told. */
    static @Nullable GeneratedCode generate(List<ParsedFile> files, GeneratingLoader loader, DroolsErrors errors) {
        try {
            ExplicitCanonicalModelCompiler<PackageSources> compiler = ExplicitCanonicalModelCompiler.of(
                    List.of(onePackage(files)), configuration(loader), PackageSources::dumpSources);
            compiler.process();
            if (compiler.getBuildResults().hasErrors()) {
                errors.tell(compiler.getBuildResults().getAllResults());
                return null;
            }
            return collect(compiler, loader);
        } catch (GeneratingLoader.Refused e) {
            return null;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // The generator crashes on some texts, for instance a field named n compared with a literal.
            errors.tellCrash(e);
            return null;
        }
    }

    private static KnowledgeBuilderConfigurationImpl configuration(GeneratingLoader loader) {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(loader);
        KnowledgeBuilderRulesConfigurationImpl rules = configuration.as(KnowledgeBuilderRulesConfigurationImpl.KEY);
        Functions.byName().forEach(rules::addAccumulateFunction);
        return configuration.as(KnowledgeBuilderConfigurationImpl.KEY);
    }

    private static CompositePackageDescr onePackage(List<ParsedFile> files) {
        CompositePackageDescr all =
                new CompositePackageDescr(files.get(0).descr().getNamespace());
        for (ParsedFile file : files) {
            all.addPackageDescr(file.descr().getResource(), file.descr());
        }
        return all;
    }

    private static GeneratedCode collect(
            ExplicitCanonicalModelCompiler<PackageSources> compiler, GeneratingLoader loader) {
        SortedMap<String, String> sources = new TreeMap<>();
        List<String> models = new ArrayList<>();
        for (PackageSources pack : compiler.getPackageSources()) {
            models.addAll(pack.getModelNames());
            List<GeneratedFile> generated = new ArrayList<>();
            pack.collectGeneratedFiles(generated);
            for (GeneratedFile file : generated) {
                String className =
                        file.relativePath().replaceFirst("\\.java$", "").replace('/', '.');
                if (!loader.declared().containsKey(className)) {
                    sources.put(file.relativePath(), new String(file.contents(), StandardCharsets.UTF_8));
                }
            }
        }
        return new GeneratedCode(sources, loader.declared(), models);
    }
}
