package org.riderrules.engine.drools;

import org.kie.api.KieBase;

/** Which rule base a pack runs on: its own, or in tests the same sources compiled another way. */
interface RuleBaseChoice {
    KieBase choose(CompiledRules rules);
}
