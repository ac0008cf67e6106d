package org.riderrules.engine.drools;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** One pack version, compiled. Immutable and thread-safe; sessions are made from {@link #kieBase()}. */
public final class CompiledRules {
    private final String packageName;
    private final KieBase kieBase;
    private final ClassLoader loader;
    private final List<RuleDescription> rules;
    private final Map<String, RuleDescription> rulesByName;
    private final List<DeclaredType> declaredTypes;
    private final Map<String, DeclaredType> declaredTypesByName;
    private final RuleGraph graph;

    CompiledRules(
            String packageName,
            KieBase kieBase,
            ClassLoader loader,
            List<RuleDescription> rules,
            Collection<DeclaredType> declaredTypes) {
        this.packageName = packageName;
        this.kieBase = kieBase;
        this.loader = loader;
        this.rules = List.copyOf(rules);
        this.rulesByName =
                rules.stream().collect(Collectors.toUnmodifiableMap(RuleDescription::name, Function.identity()));
        this.declaredTypes = List.copyOf(declaredTypes);
        this.declaredTypesByName =
                declaredTypes.stream().collect(Collectors.toUnmodifiableMap(DeclaredType::name, Function.identity()));
        this.graph = new RuleGraph(rules);
    }

    /** The one Drools package of the pack, as its files state it. */
    public String packageName() {
        return packageName;
    }

    /** The rule base; nothing may be added to it or removed from it. */
    public KieBase kieBase() {
        return kieBase;
    }

    /** The loader of the generated classes. */
    public ClassLoader loader() {
        return loader;
    }

    /** All rules, by file and line. */
    public List<RuleDescription> rules() {
        return rules;
    }

    /** A rule by its name in Drools, which is its sentence; null when there is none. Fast: used for each firing. */
    public @Nullable RuleDescription rule(String name) {
        return rulesByName.get(name);
    }

    /** All types the pack declares, in the order of their declarations. */
    public List<DeclaredType> declaredTypes() {
        return declaredTypes;
    }

    /** A declared type by its simple name; null when there is none. */
    public @Nullable DeclaredType declaredType(String simpleName) {
        return declaredTypesByName.get(simpleName);
    }

    /** Which types lie behind which rules. */
    public RuleGraph graph() {
        return graph;
    }
}
