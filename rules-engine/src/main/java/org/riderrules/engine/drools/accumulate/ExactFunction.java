package org.riderrules.engine.drools.accumulate;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * A function over values that may be missing. One missing value makes the result missing; Drools then does not match.
 *
 * @param <S> the running state
 */
public abstract class ExactFunction<S extends ExactFunction.State> implements AccumulateFunction<S> {
    private static final long serialVersionUID = 1L;

    private final Class<?> resultType;

    ExactFunction(Class<?> resultType) {
        this.resultType = resultType;
    }

    /** What has been seen so far. */
    abstract static class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private long missing;

        abstract void clear();

        abstract void add(Object value);

        abstract void remove(Object value);
    }

    /** Stands for a missing value, which Drools could not take back: it takes null for a fault. */
    private enum Missing {
        VALUE
    }

    /** The result when no value is missing; null when there is none. */
    abstract @Nullable Object result(S state);

    @Override
    public final void init(S state) {
        ((State) state).missing = 0;
        state.clear();
    }

    @Override
    public final void accumulate(S state, @Nullable Object value) {
        accumulateValue(state, value);
    }

    @Override
    public final Object accumulateValue(S state, @Nullable Object value) {
        if (value == null) {
            ((State) state).missing++;
            return Missing.VALUE;
        }
        state.add(value);
        return value;
    }

    @Override
    public final void reverse(S state, Object value) {
        if (value == Missing.VALUE) {
            ((State) state).missing--;
        } else {
            state.remove(value);
        }
    }

    @Override
    public final @Nullable Object getResult(S state) {
        return ((State) state).missing > 0 ? null : result(state);
    }

    @Override
    public final boolean supportsReverse() {
        return true;
    }

    @Override
    public final Class<?> getResultType() {
        return resultType;
    }

    /** Nothing is kept between calls. */
    @Override
    public final void writeExternal(ObjectOutput out) {}

    /** Nothing is kept between calls. */
    @Override
    public final void readExternal(ObjectInput in) {}
}
