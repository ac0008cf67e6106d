package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;

/**
 * What a pack runs on: its own compiled rules in sessions that are used again, or, as a second opinion, the same sources
 * compiled another way.
 */
interface RuleBaseChoice {
    /**
     * The rules to run on; tables are bound to their declared types.
     *
     * @param packLabel pack and version, for messages
     * @param sources the pack's DRL files
     * @param own what the engine made of these files
     */
    Compilation compile(String packLabel, List<DrlSource> sources, CompiledRules own);

    /**
     * What runs them.
     *
     * @param packLabel pack and version, for messages
     * @param rules what {@link #compile} gave
     * @param prepared the rules by their sentence
     */
    RuleRunner runner(String packLabel, CompiledRules rules, Map<String, PreparedRule> prepared);
}
