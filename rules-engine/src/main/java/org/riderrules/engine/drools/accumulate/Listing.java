package org.riderrules.engine.drools.accumulate;

import java.util.List;

/** All values, smallest first; empty when there is none. Unmodifiable. */
public final class Listing extends ExactFunction<Values> {
    private static final long serialVersionUID = 1L;

    /** Made by generated code. */
    public Listing() {
        super(List.class);
    }

    @Override
    public Values createContext() {
        return new Values();
    }

    @Override
    List<Object> result(Values values) {
        return values.all();
    }
}
