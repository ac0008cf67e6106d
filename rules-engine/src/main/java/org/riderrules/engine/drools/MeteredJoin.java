package org.riderrules.engine.drools;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.List;
import java.util.Objects;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.Tuple;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.util.bitmask.BitMask;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieRuntime;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The conditions of one join, with every pair that they are tried on counted. All nodes of Drools that bring two sides
 * together ask here: joins, not, exists, forall, accumulate; with an index they ask for the pairs of one bucket.
 *
 * @param <C> what the conditions themselves remember of a pair's one side
 */
@SuppressWarnings("serial") // Drools wants it to be serializable; it refuses.
final class MeteredJoin<C> implements BetaConstraints<MeteredJoin.Side<C>> {
    private static final String METER = Meter.class.getName();

    private final BetaConstraints<C> conditions;
    private final List<String> rules;

    /** One side of the pairs that are tried next, and the meter of the session; one for each node and session. */
    static final class Side<C> {
        private final C of;
        private @Nullable Meter meter;

        private Side(C of) {
            this.of = of;
        }
    }

    /** @param rules the sentences of all rules that share the join */
    MeteredJoin(BetaConstraints<C> conditions, List<String> rules) {
        this.conditions = conditions;
        this.rules = List.copyOf(rules);
    }

    /** The joins of this session count with this meter. */
    static void use(KieRuntime session, Meter meter) {
        session.getEnvironment().set(METER, meter);
    }

    /** The sentences of all rules that share the join. */
    List<String> rules() {
        return rules;
    }

    @Override
    public boolean isAllowedCachedLeft(Side<C> side, FactHandle handle) {
        Objects.requireNonNull(side.meter).pair(this);
        return conditions.isAllowedCachedLeft(side.of, handle);
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, Side<C> side) {
        Objects.requireNonNull(side.meter).pair(this);
        return conditions.isAllowedCachedRight(tuple, side.of);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Drools declares it
    public void updateFromTuple(Side<C> side, ValueResolver session, Tuple tuple) {
        meter(side, session);
        conditions.updateFromTuple(side.of, session, tuple);
    }

    @Override
    public void updateFromFactHandle(Side<C> side, ValueResolver session, FactHandle handle) {
        meter(side, session);
        conditions.updateFromFactHandle(side.of, session, handle);
    }

    private void meter(Side<C> side, ValueResolver session) {
        if (side.meter == null) {
            Object meter = ((KieRuntime) session).getEnvironment().get(METER);
            if (meter == null) {
                throw new IllegalStateException("a session without a meter");
            }
            side.meter = (Meter) meter;
        }
    }

    @Override
    public Side<C> createContext() {
        return new Side<>(conditions.createContext());
    }

    @Override
    public BetaMemory<Side<C>> createBetaMemory(RuleBaseConfiguration configuration, int nodeType) {
        @SuppressWarnings("unchecked") // Drools makes the memory with the conditions' own side.
        BetaMemory<C> memory = conditions.createBetaMemory(configuration, nodeType);
        return new BetaMemory<>(
                memory.getLeftTupleMemory(),
                memory.getRightTupleMemory(),
                new Side<>(memory.getContext()),
                memory.getNodeType());
    }

    @Override
    public void resetTuple(Side<C> side) {
        conditions.resetTuple(side.of);
    }

    @Override
    public void resetFactHandle(Side<C> side) {
        conditions.resetFactHandle(side.of);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Drools declares it
    public BetaConstraint[] getConstraints() {
        return conditions.getConstraints();
    }

    @Override
    public BetaConstraints<?> getOriginalConstraint() {
        return conditions.getOriginalConstraint();
    }

    @Override
    public boolean isIndexed() {
        return conditions.isIndexed();
    }

    @Override
    public int getIndexCount() {
        return conditions.getIndexCount();
    }

    @Override
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    @Override
    public boolean isLeftUpdateOptimizationAllowed() {
        return conditions.isLeftUpdateOptimizationAllowed();
    }

    @Override
    public BitMask getListenedPropertyMask(Pattern pattern, ObjectType type, List<String> properties) {
        return conditions.getListenedPropertyMask(pattern, type, properties);
    }

    // What follows is asked while a rule base is built. Ours are built before the meters are put in.

    @Override
    public <T> T cloneIfInUse() {
        throw built();
    }

    @Override
    public void init(BuildContext context, int nodeType) {
        throw built();
    }

    @Override
    public void initIndexes(int depth, int nodeType, RuleBaseConfiguration configuration) {
        throw built();
    }

    @Override
    public void registerEvaluationContext(BuildContext context) {
        throw built();
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw built();
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw built();
    }

    private static IllegalStateException built() {
        return new IllegalStateException("a rule base is neither changed nor written after it was built");
    }
}
