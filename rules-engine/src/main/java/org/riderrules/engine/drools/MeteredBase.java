package org.riderrules.engine.drools;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.BetaNode;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;

/**
 * Puts a {@link MeteredJoin} into every join of a rule base. Drools has no place for this, and a join that never
 * completes a match runs no code of ours: eight patterns over forty facts fill any memory before a rule fires.
 */
final class MeteredBase {
    private static final Field CONDITIONS = conditions();

    private MeteredBase() {}

    /** The same rule base, whose joins from now on count with the meter of their session. */
    static KieBase of(KieBase base) {
        Set<NetworkNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<NetworkNode> open = new ArrayDeque<>(
                ((InternalRuleBase) base).getRete().getEntryPointNodes().values());
        while (!open.isEmpty()) {
            NetworkNode node = open.pop();
            if (seen.add(node)) {
                if (node instanceof BetaNode join) {
                    meter(join);
                }
                NetworkNode[] below = node.getSinks();
                if (below != null) { // the last node of a rule has none
                    open.addAll(Arrays.asList(below));
                }
            }
        }
        return base;
    }

    private static void meter(BetaNode join) {
        List<String> rules =
                Arrays.stream(join.getAssociatedRules()).map(Rule::getName).toList();
        BetaConstraints<?> conditions = join.getRawConstraints();
        try {
            CONDITIONS.set(join, new MeteredJoin<>(conditions, rules));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the joins of this version of Drools cannot be metered", e);
        }
    }

    private static Field conditions() {
        try {
            Field field = BetaNode.class.getDeclaredField("constraints");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the joins of this version of Drools cannot be metered", e);
        }
    }
}
