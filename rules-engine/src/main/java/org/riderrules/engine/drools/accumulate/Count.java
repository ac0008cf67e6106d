package org.riderrules.engine.drools.accumulate;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** How many matches there are, with or without a value. */
public final class Count implements AccumulateFunction<Count.State> {
    private static final long serialVersionUID = 1L;

    /** Made by generated code. */
    public Count() {}

    static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private long matches;
    }

    @Override
    public State createContext() {
        return new State();
    }

    @Override
    public void init(State state) {
        state.matches = 0;
    }

    @Override
    public void accumulate(State state, @Nullable Object value) {
        state.matches++;
    }

    @Override
    public Object accumulateValue(State state, @Nullable Object value) {
        state.matches++;
        return Boolean.TRUE;
    }

    @Override
    public void reverse(State state, @Nullable Object value) {
        state.matches--;
    }

    @Override
    public Long getResult(State state) {
        return state.matches;
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Long.class;
    }

    /** Nothing is kept between calls. */
    @Override
    public void writeExternal(ObjectOutput out) {}

    /** Nothing is kept between calls. */
    @Override
    public void readExternal(ObjectInput in) {}
}
