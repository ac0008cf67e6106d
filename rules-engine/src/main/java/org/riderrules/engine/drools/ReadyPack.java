package org.riderrules.engine.drools;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.fact.Capacity;
import org.riderrules.engine.pack.Manifest;
import org.riderrules.engine.pack.Pack;
import org.riderrules.engine.pack.Table;

/** One version of a pack, compiled, its tables bound, ready to decide. Immutable, thread-safe. */
public final class ReadyPack {
    private final Pack pack;
    private final Map<String, SortedSet<String>> behind;
    private final RowSets rowSets;
    private final Map<String, Reason> reasons;
    private final RuleRunner runner;

    ReadyPack(Pack pack, CompiledRules rules, List<Table> tables, Map<String, Reason> reasons, RuleRunner runner) {
        this.pack = pack;
        this.behind = rules.rules().stream()
                .collect(Collectors.toUnmodifiableMap(RuleDescription::id, rules.graph()::hostTypesBehind));
        this.rowSets = new RowSets(tables);
        this.reasons = Map.copyOf(reasons);
        this.runner = runner;
    }

    /** What {@code pack.json} says. */
    public Manifest manifest() {
        return pack.manifest();
    }

    /** Pack and version, for instance {@code tiering v2}. */
    public String label() {
        return pack.label();
    }

    /** {@code sha256:} and the hex digest of the pack's files. */
    public String digest() {
        return pack.digest();
    }

    /** The rows in force for a request. */
    public RowSet rowsFor(String market, Capacity capacity, @Nullable String scenario, LocalDate asOf) {
        return rowSets.of(market, capacity, scenario, asOf);
    }

    /** Whether the pack has a text for this message key. */
    public boolean hasReason(String key) {
        return reasons.containsKey(key);
    }

    /**
     * The text of a message key in every language.
     *
     * @throws IllegalArgumentException when the pack has none
     */
    public Reason reason(String key) {
        Reason reason = reasons.get(key);
        if (reason == null) {
            throw new IllegalArgumentException(label() + " has no text for " + key);
        }
        return reason;
    }

    /**
     * The names of all facts, earlier outcomes and context on which the result of a rule can depend, over the whole
     * derivation and under any quantifier.
     */
    public SortedSet<String> hostTypesBehind(RuleDescription rule) {
        return Objects.requireNonNull(behind.get(rule.id()), "a rule of this pack");
    }

    /**
     * Fires the pack's rules.
     *
     * @throws BudgetExceededException when firings or time run out
     * @throws RuleFailedException when a condition or a right-hand side throws
     */
    public Run run(Question question) {
        return runner.run(question);
    }

    /**
     * Whether sessions may wait between runs; they may at first. A pack that is no longer in force should let none wait:
     * they hold memory. Runs are possible either way.
     */
    public void keepIdle(boolean keep) {
        runner.keepIdle(keep);
    }
}
