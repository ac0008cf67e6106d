package org.riderrules.engine.drools.accumulate;

import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Average;

/** The exact mean of whole numbers or decimals; missing when there is no value. */
public final class Mean extends ExactFunction<Total> {
    private static final long serialVersionUID = 1L;

    /** Made by generated code. */
    public Mean() {
        super(Average.class);
    }

    @Override
    public Total createContext() {
        return new Total();
    }

    @Override
    @Nullable
    Average result(Total total) {
        return total.count() == 0 ? null : Average.of(total.sum(), total.count());
    }
}
