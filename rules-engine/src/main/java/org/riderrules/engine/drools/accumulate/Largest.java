package org.riderrules.engine.drools.accumulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Rate;

/** The largest value; missing when there is none. One class for each type, because generated code asks for it. */
public abstract class Largest extends ExactFunction<Values> {
    private static final long serialVersionUID = 1L;

    Largest(Class<?> type) {
        super(type);
    }

    @Override
    public final Values createContext() {
        return new Values();
    }

    @Override
    final @Nullable Object result(Values values) {
        return values.largest();
    }

    /** Over {@code int}. */
    public static final class OfInteger extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfInteger() {
            super(Integer.class);
        }
    }

    /** Over {@code long}. */
    public static final class OfLong extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfLong() {
            super(Long.class);
        }
    }

    /** Over {@code BigDecimal}. */
    public static final class OfBigDecimal extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfBigDecimal() {
            super(BigDecimal.class);
        }
    }

    /** Over {@code Rate}. */
    public static final class OfRate extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfRate() {
            super(Rate.class);
        }
    }

    /** Over {@code LocalDate}. */
    public static final class OfLocalDate extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfLocalDate() {
            super(LocalDate.class);
        }
    }

    /** Over {@code YearMonth}. */
    public static final class OfYearMonth extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfYearMonth() {
            super(YearMonth.class);
        }
    }

    /** Over {@code Instant}. */
    public static final class OfInstant extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfInstant() {
            super(Instant.class);
        }
    }

    /** Over {@code Duration}. */
    public static final class OfDuration extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfDuration() {
            super(Duration.class);
        }
    }

    /** Over {@code String}. */
    public static final class OfString extends Largest {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfString() {
            super(String.class);
        }
    }
}
