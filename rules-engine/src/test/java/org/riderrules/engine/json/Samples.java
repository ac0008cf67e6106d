package org.riderrules.engine.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.explain.Language;
import org.riderrules.api.explain.Provenance;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;
import org.riderrules.api.fact.Capacity;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/**
 * Valid records of the API at random, of every type without being told of it: a component is drawn by its type, and
 * drawn again when the record refuses it by name.
 */
public final class Samples {
    private static final List<String> ODD_TEXTS = List.of(
            "said \"no\", twice",
            "C:\\path\tand\nmore\r",
            "\u4f60\u597d\uff0c\u9a91\u624b",
            "\u0645\u0631\u062d\u0628\u0627",
            "Sa\u0303o Jos\u00e9",
            "\ud83d\udef5 late",
            "\u2028\u2029\u0085\u0000\u007f",
            "{name} {{not}} </script>",
            " spaces ");
    private static final List<String> CODES =
            List.of("A", "LATE-30", "R-1001", "tiering.qualifies", "x/y:z_1", "\u9a91\u624b1", "HK", "SG-2", "BR");
    private static final List<String> CURRENCIES = List.of("HKD", "BRL", "SAR", "JPY", "KWD");

    private static final ClassValue<Set<String>> NULLABLE = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
        }
    };

    private final Random random;
    /** Fired rules made so far: later ones rest on some of them, so that nodes are shared. */
    private final List<Evidence.FiredRule> rules = new ArrayList<>();

    /** Always the same samples for one seed. */
    public Samples(long seed) {
        random = new Random(seed);
    }

    Fact fact() {
        return any(Fact.class);
    }

    Outcome outcome() {
        return any(Outcome.class);
    }

    /** A request. */
    public DecisionRequest request() {
        while (true) {
            try {
                return any(DecisionRequest.class);
            } catch (InvalidRequestException e) {
                // two different facts of one identity: draw again
                continue;
            }
        }
    }

    /** A decision. */
    public Decision decision() {
        List<Because> because = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Evidence grounds = random.nextInt(4) == 0 ? any(Evidence.EngineCheck.class) : rule();
            because.add(new Because(outcome(), grounds, map(Reason.class)));
        }
        return new Decision(
                random.nextBoolean() ? null : code(),
                code(),
                any(Topic.class),
                random.nextBoolean() ? "HK" : "BR",
                any(Capacity.class),
                random.nextBoolean() ? null : code(),
                any(LocalDate.class),
                any(Instant.class),
                because.stream().map(Because::outcome).toList(),
                new Explanation(because),
                any(Provenance.class));
    }

    /** A record of a type. */
    public <T> T any(Class<T> type) {
        return type.cast(value(type, 0));
    }

    private Object value(Type type, int attempt) {
        if (type instanceof ParameterizedType parameterized) {
            return collection(parameterized, attempt);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return attempt == 0 && random.nextInt(3) == 0 ? ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size())) : code();
        }
        if (plain == int.class || plain == Integer.class) {
            return attempt == 0 ? random.nextInt() : random.nextInt(1 << random.nextInt(21));
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        }
        if (plain == BigDecimal.class) {
            return new BigDecimal(new BigInteger(random.nextInt(attempt > 3 ? 8 : 90), random), random.nextInt(13))
                    .multiply(BigDecimal.valueOf(attempt == 0 && random.nextBoolean() ? -1 : 1));
        }
        if (plain == Rate.class) {
            long total = 1 + random.nextLong(random.nextInt(5) == 0 ? Long.MAX_VALUE : 1000);
            return Rate.of(random.nextLong(total), total);
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000 + 400 * attempt));
        }
        if (plain == Instant.class) {
            Instant second = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(50_000_000));
            return random.nextBoolean() ? second : second.plusNanos(random.nextInt(1_000_000_000));
        }
        if (plain == Duration.class) {
            Duration minutes = Duration.ofMinutes(random.nextInt(24 * 60));
            return random.nextInt(4) > 0 ? minutes : minutes.plusNanos(random.nextInt(1_000_000_000));
        }
        if (plain == YearMonth.class) {
            return YearMonth.of(2020 + random.nextInt(10), 1 + random.nextInt(12));
        }
        if (plain == MonthDay.class) {
            return random.nextInt(5) == 0 ? MonthDay.of(2, 29) : MonthDay.of(1 + random.nextInt(12), 1);
        }
        if (plain == Currency.class) {
            return Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        }
        if (plain == Topic.class) {
            List<Topic> topics = List.of(Topic.TIERING, Topic.WELFARE, new Topic("own-topic-7"));
            return topics.get(random.nextInt(topics.size()));
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain == Decision.class) {
            return decision();
        }
        if (plain == Reason.class) {
            return reason();
        }
        if (plain == Evidence.class && random.nextInt(3) == 0 || plain == Evidence.FiredRule.class) {
            return rule();
        }
        if (plain.isSealed()) {
            Class<?>[] members = plain.getPermittedSubclasses();
            return value(members[random.nextInt(members.length)], 0);
        }
        return record(plain);
    }

    private Object collection(ParameterizedType type, int attempt) {
        if (type.getRawType() == SortedMap.class) {
            return map((Class<?>) type.getActualTypeArguments()[1]);
        }
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(type.getActualTypeArguments()[0], attempt));
        }
        if (type.getRawType() == SortedSet.class) {
            return new TreeSet<>(values);
        }
        return values;
    }

    private <T> SortedMap<String, T> map(Class<T> values) {
        SortedMap<String, T> map = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(any(String.class), any(values));
        }
        return map;
    }

    private Reason reason() {
        SortedMap<String, String> templates = new TreeMap<>();
        for (Language language : Language.values()) {
            if (random.nextInt(4) > 0) {
                templates.put(language.tag(), any(String.class) + " {orders} {{}}");
            }
        }
        return new Reason(code(), templates);
    }

    private Evidence.FiredRule rule() {
        if (rules.size() > 5 || !rules.isEmpty() && random.nextInt(3) == 0) {
            return rules.get(random.nextInt(rules.size()));
        }
        List<Evidence> grounds = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            grounds.add(any(Evidence.class));
        }
        SortedMap<String, String> bindings = map(String.class);
        bindings.put("orders", "44");
        Evidence.FiredRule rule = new Evidence.FiredRule(any(RuleRef.class), reason(), bindings, grounds);
        rules.add(rule);
        return rule;
    }

    private Object record(Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        List<RecordShape.Part> parts = shape.parts();
        Object[] values = new Object[parts.size()];
        int[] attempts = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(type, parts.get(i), 0);
        }
        while (Arrays.stream(attempts).sum() < 1000) {
            try {
                return shape.make(values);
            } catch (InvalidValueException refused) {
                String name = refused.field().replaceAll("\\[.*", "");
                for (int i = 0; i < values.length; i++) {
                    if (parts.get(i).name().equals(name)) {
                        values[i] = component(type, parts.get(i), ++attempts[i]);
                    }
                }
            }
        }
        throw new IllegalStateException("no valid " + type.getSimpleName() + " in 1000 attempts, last was "
                + Arrays.toString(values) + "; teach this class about its components");
    }

    /** Whether a component says that it may be null. */
    static boolean mayBeNull(Class<?> record, RecordShape.Part part) {
        return NULLABLE.get(record).contains(part.name());
    }

    private Object component(Class<?> record, RecordShape.Part part, int attempt) {
        return mayBeNull(record, part) && random.nextInt(3) == 0 ? null : value(part.type(), attempt);
    }

    private String code() {
        return CODES.get(random.nextInt(CODES.size()));
    }
}
