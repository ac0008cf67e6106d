package org.riderrules.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.base.util.Drools;
import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.CompositeKnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.riderrules.api.error.PackProblem;

/**
 * The second opinion: the text of a pack, its files and rules in another order, compiled by Drools' classic mode into one
 * package of one base, and run in a new session for each question, facts and rows in another order. Nothing of the way
 * hosts' packs go is used but the parser that finds where a rule begins and the reading of firings.
 *
 * <p>Classic mode cannot be sandboxed: only for packs that are trusted by definition, where {@code drools-mvel} is.
 */
final class ClassicTwin implements RuleBaseChoice {
    private final Shuffle order;

    /** @throws IllegalStateException when {@code drools-mvel} is not on the class path */
    ClassicTwin(Shuffle order) {
        if (!Drools.hasMvel()) {
            throw new IllegalStateException("a second opinion needs the classic mode of Drools; put"
                    + " org.drools:drools-mvel on the class path of this test or tool, never on that of a host");
        }
        this.order = order;
    }

    @Override
    public Compilation compile(String packLabel, List<DrlSource> sources, CompiledRules own) {
        List<PackProblem> problems = new ArrayList<>();
        @Nullable KieBase base = base(packLabel, sources, problems);
        if (base == null) {
            return new Compilation(problems, null);
        }
        List<DeclaredType> types = new ArrayList<>();
        for (DeclaredType type : own.declaredTypes()) {
            FactType twin = base.getFactType(own.packageName(), type.name());
            types.add(new DeclaredType(type.name(), twin.getFactClass(), type.fields(), type.file(), type.line()));
        }
        return new Compilation(List.of(), new CompiledRules(own.packageName(), base, own.loader(), own.rules(), types));
    }

    /** One base of one package; null when classic mode finds errors, which are told. */
    @Nullable
    KieBase base(String packLabel, List<DrlSource> sources, List<PackProblem> problems) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, ClassicTwin.class.getClassLoader()));
        CompositeKnowledgeBuilder batch = builder.batch();
        for (DrlSource source : order.of(sources, DrlSource::path)) {
            ByteArrayResource resource = new ByteArrayResource(
                    shuffled(source).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
            resource.setSourcePath(source.path());
            batch.add(resource, ResourceType.DRL);
        }
        batch.build();
        if (builder.hasErrors()) {
            problems.addAll(problems(packLabel, builder));
            return null;
        }
        return builder.newKieBase();
    }

    /** The file with its rules in another order behind everything else. */
    private String shuffled(DrlSource source) {
        SourceText text = new SourceText(source);
        @Nullable ParsedFile file = DrlReader.read(text, new BuildWatch(), new Problems());
        if (file == null) {
            return text.text();
        }
        StringBuilder head = new StringBuilder(text.text());
        List<String> rules = new ArrayList<>();
        file.descr().getRules().forEach(rule -> {
            int end = Math.min(head.length(), rule.getEndCharacter() + 1);
            rules.add(text.part(rule.getStartCharacter(), end));
            for (int i = rule.getStartCharacter(); i < end; i++) {
                if (head.charAt(i) != '\n') {
                    head.setCharAt(i, ' ');
                }
            }
        });
        return head + "\n" + String.join("\n\n", order.of(rules, rule -> rule)) + "\n";
    }

    private static List<PackProblem> problems(String packLabel, KnowledgeBuilder builder) {
        List<PackProblem> problems = new ArrayList<>();
        for (KnowledgeBuilderError error : builder.getErrors()) {
            problems.add(PackProblem.inFile(
                    "classic-mode",
                    error.getResource() == null
                            ? packLabel
                            : error.getResource().getSourcePath(),
                    "the classic mode of Drools does not take this: " + Readable.message(error.getMessage()),
                    "write it so that both modes take it"));
        }
        return problems;
    }

    @Override
    public RuleRunner runner(String packLabel, CompiledRules rules, Map<String, PreparedRule> prepared) {
        return new FreshRunner(packLabel, rules.kieBase(), prepared, order);
    }
}
