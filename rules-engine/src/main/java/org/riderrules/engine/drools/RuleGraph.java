package org.riderrules.engine.drools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which rules insert which types, and what lies behind a rule's result. Immutable, thread-safe. */
public final class RuleGraph {
    private final List<RuleDescription> rules;
    private final Map<String, List<RuleDescription>> inserters;

    RuleGraph(Collection<RuleDescription> rules) {
        this.rules = List.copyOf(rules);
        Map<String, List<RuleDescription>> byType = new TreeMap<>();
        for (RuleDescription rule : rules) {
            byType.computeIfAbsent(rule.insertedType().name(), name -> new ArrayList<>())
                    .add(rule);
        }
        byType.replaceAll((name, found) -> List.copyOf(found));
        this.inserters = Collections.unmodifiableMap(byType);
    }

    /** The rules that insert a type, by simple name; empty when none does. */
    public List<RuleDescription> insertersOf(String type) {
        return inserters.getOrDefault(type, List.of());
    }

    /**
     * The names of all types that are given, not concluded, and on which the result of a rule can depend: facts,
     * context and earlier outcomes in its own patterns under any quantifier, and those behind every rule that inserts a
     * conclusion it reads, and so on. Table types are not among them.
     */
    public SortedSet<String> hostTypesBehind(RuleDescription rule) {
        SortedSet<String> given = new TreeSet<>();
        for (RuleDescription step : rulesBehind(rule)) {
            for (PatternRead pattern : step.patterns()) {
                if (!pattern.type().declared()) {
                    given.add(pattern.type().name());
                }
            }
        }
        return Collections.unmodifiableSortedSet(given);
    }

    /**
     * The rule itself and every rule whose result it can depend on, in the order in which they were found. A rule that
     * reads an outcome type depends on the pack's own rules that insert it, too.
     */
    public List<RuleDescription> rulesBehind(RuleDescription rule) {
        Set<RuleDescription> seen = new LinkedHashSet<>();
        Deque<RuleDescription> open = new ArrayDeque<>(List.of(rule));
        while (!open.isEmpty()) {
            RuleDescription next = open.removeFirst();
            if (seen.add(next)) {
                next.patterns()
                        .forEach(pattern ->
                                open.addAll(insertersOf(pattern.type().name())));
            }
        }
        return List.copyOf(seen);
    }

    /** The names of the conclusions that rules read and no rule inserts; table types are not among them. */
    public SortedSet<String> typesNobodyInserts() {
        Set<String> inserted = new HashSet<>(inserters.keySet());
        SortedSet<String> missing = new TreeSet<>();
        for (RuleDescription rule : rules) {
            for (PatternRead pattern : rule.patterns()) {
                if (pattern.type().kind() == TypeRef.Kind.CONCLUSION
                        && !inserted.contains(pattern.type().name())) {
                    missing.add(pattern.type().name());
                }
            }
        }
        return Collections.unmodifiableSortedSet(missing);
    }
}
