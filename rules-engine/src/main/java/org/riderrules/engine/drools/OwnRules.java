package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;

/**
 * What every host runs on: the pack's own compiled rules, in sessions that are used again.
 *
 * @param metered whether joins are counted; only a benchmark that asks what counting costs says no
 */
record OwnRules(boolean metered) implements RuleBaseChoice {

    @Override
    public Compilation compile(String packLabel, List<DrlSource> sources, CompiledRules own) {
        return new Compilation(List.of(), own);
    }

    @Override
    public RuleRunner runner(String packLabel, CompiledRules rules, Map<String, PreparedRule> prepared) {
        KieBase base = metered ? MeteredBase.of(rules.kieBase()) : rules.kieBase();
        return new SessionRunner(packLabel, base, prepared);
    }
}
