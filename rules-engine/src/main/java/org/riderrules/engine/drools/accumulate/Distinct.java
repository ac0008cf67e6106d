package org.riderrules.engine.drools.accumulate;

import java.util.List;

/** The different values, smallest first; empty when there is none. Unmodifiable. */
public final class Distinct extends ExactFunction<Values> {
    private static final long serialVersionUID = 1L;

    /** Made by generated code. */
    public Distinct() {
        super(List.class);
    }

    @Override
    public Values createContext() {
        return new Values();
    }

    @Override
    List<Object> result(Values values) {
        return values.different();
    }
}
