package org.riderrules.engine.drools.accumulate;

import java.math.BigDecimal;
import java.time.Duration;

/** What the values add up to; zero when there is none. Whole numbers that outgrow their type are an error. */
public abstract class Sum extends ExactFunction<Total> {
    private static final long serialVersionUID = 1L;

    Sum(Class<?> type) {
        super(type);
    }

    @Override
    public final Total createContext() {
        return new Total();
    }

    /** Over {@code int}. */
    public static final class OfInteger extends Sum {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfInteger() {
            super(Integer.class);
        }

        @Override
        Integer result(Total total) {
            return total.sum().intValueExact();
        }
    }

    /** Over {@code long}. */
    public static final class OfLong extends Sum {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfLong() {
            super(Long.class);
        }

        @Override
        Long result(Total total) {
            return total.sum().longValueExact();
        }
    }

    /** Over {@code BigDecimal}. */
    public static final class OfBigDecimal extends Sum {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfBigDecimal() {
            super(BigDecimal.class);
        }

        @Override
        BigDecimal result(Total total) {
            return total.sum();
        }
    }

    /** Over {@code Duration}. */
    public static final class OfDuration extends ExactFunction<OfDuration.Time> {
        private static final long serialVersionUID = 1L;

        /** Made by generated code. */
        public OfDuration() {
            super(Duration.class);
        }

        static final class Time extends State {
            private static final long serialVersionUID = 1L;

            private Duration sum = Duration.ZERO;

            @Override
            void clear() {
                sum = Duration.ZERO;
            }

            @Override
            void add(Object value) {
                sum = sum.plus((Duration) value);
            }

            @Override
            void remove(Object value) {
                sum = sum.minus((Duration) value);
            }
        }

        @Override
        public Time createContext() {
            return new Time();
        }

        @Override
        Duration result(Time time) {
            return time.sum;
        }
    }
}
