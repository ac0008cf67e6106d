package org.riderrules.engine.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.fact.Rate;

/**
 * Values that are simpler to read than another, the simplest first: fewer digits, then smaller; a smaller count of all;
 * closer to the effective day; earlier in a list of constants. Texts are left as they are. Holds no state.
 */
final class SimplerValues {
    private static final List<Integer> TOTALS = List.of(1, 2, 10, 100, 1_000);

    private SimplerValues() {}

    static List<Object> of(Object value, LocalDate asOf) {
        if (value instanceof Integer number) {
            return numbers(BigDecimal.valueOf(number)).stream()
                    .filter(each -> each.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                    .<Object>map(BigDecimal::intValueExact)
                    .toList();
        } else if (value instanceof BigDecimal number) {
            return List.copyOf(numbers(number));
        } else if (value instanceof Rate rate) {
            return List.copyOf(rates(rate));
        } else if (value instanceof LocalDate day) {
            return List.copyOf(days(day, asOf));
        } else if (value instanceof Duration time) {
            return List.copyOf(durations(time));
        } else if (value instanceof List<?> list) {
            return List.copyOf(shorter(list));
        } else if (value instanceof Enum<?> constant && constant.ordinal() > 0) {
            return List.of(constant.getDeclaringClass().getEnumConstants()).stream()
                    .<Object>map(each -> each)
                    .limit(constant.ordinal())
                    .toList();
        }
        return List.of();
    }

    private static List<BigDecimal> numbers(BigDecimal number) {
        Set<BigDecimal> candidates = new LinkedHashSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        BigDecimal plain = plain(number);
        for (int scale = plain.scale() - plain.precision(); scale < Math.max(plain.scale(), 1); scale++) {
            candidates.add(plain(plain.setScale(scale, RoundingMode.DOWN)));
            candidates.add(plain(plain.setScale(scale, RoundingMode.UP)));
        }
        BigDecimal unit =
                BigDecimal.ONE.movePointLeft(plain.stripTrailingZeros().scale());
        candidates.add(plain(plain.subtract(unit.multiply(BigDecimal.valueOf(plain.signum())))));
        return candidates.stream()
                .filter(candidate -> isSimpler(candidate, plain))
                .toList();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean isSimpler(BigDecimal candidate, BigDecimal number) {
        int fewer = Integer.compare(
                candidate.stripTrailingZeros().precision() + Math.max(0, candidate.scale()),
                number.stripTrailingZeros().precision() + Math.max(0, number.scale()));
        return fewer < 0 || fewer == 0 && candidate.abs().compareTo(number.abs()) < 0;
    }

    private static List<Rate> rates(Rate rate) {
        List<Rate> simpler = new ArrayList<>();
        BigDecimal value = new BigDecimal(rate.count());
        for (int total : TOTALS) {
            if (total < rate.total()) {
                BigDecimal scaled = value.multiply(BigDecimal.valueOf(total));
                BigDecimal all = BigDecimal.valueOf(rate.total());
                long below = scaled.divide(all, 0, RoundingMode.FLOOR).longValueExact();
                long above = scaled.divide(all, 0, RoundingMode.CEILING).longValueExact();
                simpler.add(Rate.of(below, total));
                if (above != below) {
                    simpler.add(Rate.of(above, total));
                }
            }
        }
        if (rate.count() > 0) {
            simpler.add(Rate.of(rate.count() - 1, rate.total()));
        }
        return simpler;
    }

    private static List<LocalDate> days(LocalDate day, LocalDate asOf) {
        long away = ChronoUnit.DAYS.between(day, asOf);
        Set<LocalDate> closer = new LinkedHashSet<>();
        if (away != 0) {
            closer.add(asOf);
            closer.add(asOf.minusDays(away / 2));
            closer.add(day.plusDays(Long.signum(away)));
        }
        return List.copyOf(closer);
    }

    private static List<Duration> durations(Duration time) {
        Set<Duration> shorter = new LinkedHashSet<>(List.of(
                Duration.ZERO,
                Duration.ofHours(time.toHours()),
                Duration.ofMinutes(time.toMinutes()),
                time.dividedBy(2)));
        return shorter.stream().filter(each -> each.compareTo(time) < 0).toList();
    }

    private static List<List<?>> shorter(List<?> list) {
        List<List<?>> shorter = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<Object> rest = new ArrayList<>(list);
            rest.remove(i);
            shorter.add(rest);
        }
        return shorter;
    }
}
