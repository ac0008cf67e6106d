package org.riderrules.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.EngineOutcome;
import org.riderrules.api.outcome.InsufficientData;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.OwnedBy;

/** What holds for every record of the API, also for those that are added later. */
class RecordsTest {
    private static final Pattern RANGE = Pattern.compile("(-?[0-9PTHMS.]+) to (-?[0-9PTHMS.]+)");

    private static InvalidValueException refusal(Class<?> type, Object... values) {
        return catchThrowableOfType(InvalidValueException.class, () -> Valid.make(type, values));
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void A_record_with_every_component_given_is_valid_and_equal_to_its_copy(Class<?> type) {
        Object[] values = Valid.values(type);
        Object record = Valid.make(type, values);
        assertThat(record).isEqualTo(Valid.make(type, values)).hasSameHashCodeAs(Valid.make(type, values));
        assertThat(record.toString()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void A_null_in_a_required_component_is_refused_by_name(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().isPrimitive() || Valid.mayBeNull(components[i])) {
                continue;
            }
            InvalidValueException refused = refusal(type, Valid.with(values, i, null));
            assertThat(refused)
                    .as(type.getSimpleName() + "." + components[i].getName())
                    .isNotNull();
            assertThat(refused.type()).isEqualTo(type.getSimpleName());
            assertThat(refused.field()).isEqualTo(components[i].getName());
            assertThat(refused.value()).isEqualTo("null");
            assertThat(refused).hasMessageStartingWith(type.getSimpleName() + "." + components[i].getName());
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void A_null_everywhere_a_null_can_be_is_valid(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            if (Valid.mayBeNull(components[i])) {
                values[i] = null;
            }
        }
        assertThatCode(() -> Valid.make(type, values)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void One_null_where_a_null_can_be_is_valid_or_names_the_field_that_needs_it(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            if (Valid.mayBeNull(components[i])) {
                Throwable thrown = catchThrowable(type, Valid.with(values, i, null));
                if (thrown != null) {
                    assertThat(thrown).isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                        assertThat(refused.value()).isEqualTo("null");
                        assertThat(refused.allowed())
                                .startsWith("a value, because ")
                                .endsWith(" is given");
                    });
                }
            }
        }
    }

    private static Throwable catchThrowable(Class<?> type, Object... values) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> Valid.make(type, values));
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void A_null_inside_a_collection_is_refused_by_index_or_key(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Object hole = null;
            String field = null;
            if (components[i].getType() == List.class) {
                List<Object> list = new ArrayList<>((Collection<?>) values[i]);
                list.add(null);
                hole = list;
                field = name + "[1]";
            } else if (components[i].getType() == SortedMap.class) {
                TreeMap<Object, Object> map = new TreeMap<>((Map<?, ?>) values[i]);
                map.put("k", null);
                hole = map;
                field = name + "[k]";
            }
            if (hole != null) {
                InvalidValueException refused = refusal(type, Valid.with(values, i, hole));
                assertThat(refused).as(type.getSimpleName() + "." + name).isNotNull();
                assertThat(refused.field()).isEqualTo(field);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#records")
    void What_a_caller_changes_later_in_a_collection_does_not_change_a_record(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        Object record = Valid.make(type, values);
        String before = record.toString();
        for (int i = 0; i < components.length; i++) {
            if (values[i] instanceof Collection<?> collection) {
                collection.clear();
            } else if (values[i] instanceof Map<?, ?> map) {
                map.clear();
            } else {
                continue;
            }
            Object kept = components[i].getAccessor().invoke(record);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> {
                        if (kept instanceof Collection<?> collection) {
                            collection.clear();
                        } else {
                            ((Map<?, ?>) kept).clear();
                        }
                    }))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(record).hasToString(before);
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#factsAndOutcomes")
    void Every_number_is_checked_just_below_at_and_just_above_its_documented_range(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, String> documentation = Valid.documentation(type);
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Class<?> number = components[i].getType();
            String doc = documentation.get(name);
            if (number == int.class || number == Integer.class) {
                inThrees(type, values, i, refusal(type, Valid.with(values, i, Integer.MIN_VALUE)), doc);
                assertThat(refusal(type, Valid.with(values, i, Integer.MAX_VALUE)))
                        .isNotNull();
            } else if (number == Duration.class) {
                inThrees(type, values, i, refusal(type, Valid.with(values, i, Duration.ofDays(-999))), doc);
            } else if (number == BigDecimal.class) {
                InvalidValueException below =
                        refusal(type, Valid.with(values, i, new BigDecimal("-99999999999999999999")));
                if (below == null) {
                    assertThat(doc).as(name).isEqualTo("the number");
                } else {
                    inThrees(type, values, i, below, doc);
                }
            }
        }
    }

    /** A range is what the refusal says; the documentation must say the same. */
    private static void inThrees(Class<?> type, Object[] values, int i, InvalidValueException below, String doc) {
        String name = type.getRecordComponents()[i].getName();
        String where = type.getSimpleName() + "." + name;
        assertThat(below).as(where + " has a least value").isNotNull();
        String allowed = below.allowed();
        if (!doc.contains("{@code questions}")) {
            assertThat(doc).as(where).contains(allowed);
        }
        if (allowed.equals("0 or more") || allowed.equals("more than 0")) {
            BigDecimal step = new BigDecimal("0.000000000001");
            accepts(type, Valid.with(values, i, step), name);
            refuses(type, Valid.with(values, i, step.negate()), name, "-1E-12", allowed);
            if (allowed.equals("0 or more")) {
                accepts(type, Valid.with(values, i, BigDecimal.ZERO), name);
            } else {
                refuses(type, Valid.with(values, i, BigDecimal.ZERO), name, "0", allowed);
            }
            return;
        }
        Matcher range = RANGE.matcher(allowed);
        assertThat(range.matches()).as(where + ": " + allowed).isTrue();
        for (int end = 1; end <= 2; end++) {
            Object at = at(values[i], range.group(end));
            Object outside = moved(at, end == 1 ? -1 : 1);
            Object inside = moved(at, end == 1 ? 1 : -1);
            accepts(type, Valid.with(values, i, at), name);
            accepts(type, Valid.with(values, i, inside), name);
            refuses(type, Valid.with(values, i, outside), name, outside.toString(), allowed);
        }
    }

    private static Object at(Object kind, String text) {
        if (kind instanceof Integer) {
            return Integer.valueOf(text);
        }
        return kind instanceof Duration ? Duration.parse(text) : new BigDecimal(text);
    }

    private static Object moved(Object from, int by) {
        if (from instanceof Integer whole) {
            return whole + by;
        }
        if (from instanceof Duration duration) {
            return duration.plusNanos(by);
        }
        return ((BigDecimal) from).add(new BigDecimal("0.000000000001").multiply(BigDecimal.valueOf(by)));
    }

    /** The value itself is accepted; that another field no longer fits it is another matter. */
    private static void accepts(Class<?> type, Object[] values, String field) {
        InvalidValueException refused = refusal(type, values);
        assertThat(refused == null ? null : refused.field()).isNotEqualTo(field);
    }

    private static void refuses(Class<?> type, Object[] values, String field, String value, String allowed) {
        InvalidValueException refused = refusal(type, values);
        assertThat(refused)
                .as(type.getSimpleName() + "." + field + " = " + value)
                .isNotNull();
        assertThat(refused).hasMessage(type.getSimpleName() + "." + field + " is " + value + "; allowed: " + allowed);
        assertThat(refused.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#factsAndOutcomes")
    void Every_decimal_is_kept_in_one_form_and_refused_when_it_has_too_many_digits(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType() != BigDecimal.class) {
                continue;
            }
            Object plain = Valid.make(type, Valid.with(values, i, new BigDecimal("1")));
            Object zeros = Valid.make(type, Valid.with(values, i, new BigDecimal("1.000")));
            assertThat(zeros).isEqualTo(plain);
            assertThat(components[i].getAccessor().invoke(zeros)).hasToString("1");
            for (String digits : List.of("0.0000000000001", "1E-999999999", "1E+999999999", "1".repeat(31))) {
                InvalidValueException refused = refusal(type, Valid.with(values, i, new BigDecimal(digits)));
                assertThat(refused).as(type.getSimpleName() + " " + digits).isNotNull();
                assertThat(refused.field()).isEqualTo(components[i].getName());
                assertThat(refused.getMessage()).hasSizeLessThan(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#factsAndOutcomes")
    void No_text_is_blank_endless_or_cut_inside_a_character(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            boolean list = components[i].getGenericType() instanceof ParameterizedType;
            if (components[i].getType() != String.class && !list) {
                continue;
            }
            for (String text : List.of("", " ", "\t\n", "x".repeat(4001), "x\ud83d", "\ude00\ud83d")) {
                Object value = list ? List.of("fine", text) : text;
                InvalidValueException refused = refusal(type, Valid.with(values, i, value));
                assertThat(refused)
                        .as(type.getSimpleName() + "." + components[i].getName())
                        .isNotNull();
                assertThat(refused.field()).isEqualTo(components[i].getName() + (list ? "[1]" : ""));
            }
            String good = "A".repeat(120);
            assertThat(refusal(type, Valid.with(values, i, list ? List.of(good) : good)))
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#factsAndOutcomes")
    void Every_component_is_documented_and_says_what_a_missing_one_means(Class<?> type) {
        Map<String, String> documentation = Valid.documentation(type);
        for (RecordComponent component : type.getRecordComponents()) {
            String doc = documentation.get(component.getName());
            String where = type.getSimpleName() + "." + component.getName();
            assertThat(doc).as(where).isNotEmpty();
            assertThat(doc.contains("; null = ")).as(where + ": " + doc).isEqualTo(Valid.mayBeNull(component));
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#facts")
    void A_builder_makes_what_the_constructor_makes(Class<?> type) throws Exception {
        Object[] values = Valid.values(type);
        assertThat(built(type, values)).isEqualTo(Valid.make(type, values));

        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (Valid.mayBeNull(components[i])) {
                values[i] = null;
            }
        }
        assertThat(built(type, values)).isEqualTo(Valid.make(type, values));
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#facts")
    void A_builder_refuses_what_the_constructor_refuses(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            for (Object wrong : wrong(components[i].getType())) {
                Object[] changed = Valid.with(values, i, wrong);
                Throwable refused = catchThrowable(type, changed);
                assertThat(built(type, changed).getClass())
                        .isEqualTo(refused == null ? type : InvalidValueException.class);
                if (refused != null) {
                    assertThat((Throwable) built(type, changed)).hasMessage(refused.getMessage());
                }
            }
        }
    }

    private static List<Object> wrong(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return List.of(-1000, 0, 1_000_000_000);
        }
        if (type == BigDecimal.class) {
            return List.of(new BigDecimal("-1000"), new BigDecimal("1E+20"), new BigDecimal("1E-20"));
        }
        if (type == String.class) {
            return List.of("", " ", "x".repeat(5000));
        }
        if (type == List.class) {
            return List.of(List.of(" "), Collections.singletonList(null));
        }
        return List.of();
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#facts")
    void A_builder_without_a_required_component_names_the_first_that_is_missing(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Valid.values(type);
        for (int i = 0; i < components.length; i++) {
            if (!Valid.mayBeNull(components[i]) && components[i].getType() != List.class) {
                Object[] unset = Valid.with(values, i, UNSET);
                assertThat(built(type, unset)).isInstanceOfSatisfying(InvalidValueException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(type.getSimpleName());
                    assertThat(refused.allowed()).contains("must be given");
                });
            }
        }
        Object nothing =
                built(type, Collections.nCopies(components.length, UNSET).toArray());
        Arrays.stream(components)
                .filter(each -> !Valid.mayBeNull(each) && each.getType() != List.class)
                .findFirst()
                .ifPresentOrElse(
                        first -> assertThat(((InvalidValueException) nothing).field())
                                .isEqualTo(first.getName()),
                        () -> assertThat(nothing).isInstanceOf(type));
    }

    private static final Object UNSET = new Object();

    /** What a builder makes, or what it refuses with. */
    private static Object built(Class<?> type, Object... values) throws Exception {
        Object builder = type.getMethod("builder").invoke(null);
        RecordComponent[] components = type.getRecordComponents();
        try {
            for (int i = 0; i < values.length; i++) {
                if (values[i] != UNSET) {
                    Method setter = builder.getClass().getMethod(components[i].getName(), components[i].getType());
                    assertThat(setter.invoke(builder, values[i])).isSameAs(builder);
                }
            }
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("org.riderrules.api.Valid#facts")
    void The_identity_of_a_fact_begins_with_its_type_and_is_stable(Class<?> type) {
        Object[] values = Valid.values(type);
        String identity = ((Fact) Valid.make(type, values)).identity();
        assertThat(identity).startsWith(type.getSimpleName()).isEqualTo(((Fact) Valid.make(type, values)).identity());
    }

    @Test
    void Every_outcome_has_a_code_and_names_the_message_keys_it_carries() {
        Valid.factsAndOutcomes().filter(Outcome.class::isAssignableFrom).forEach(type -> {
            Outcome outcome = (Outcome) Valid.make(type, Valid.values(type));
            assertThat(outcome.code()).isNotBlank();
            for (RecordComponent component : type.getRecordComponents()) {
                String doc = Valid.documentation(type).get(component.getName());
                if (doc.startsWith("message key")) {
                    try {
                        assertThat(outcome.textKeys()).as(type.getSimpleName()).contains((String)
                                component.getAccessor().invoke(outcome));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        });
    }

    @Test
    void Every_outcome_is_owned_by_a_topic_of_the_catalogue_unless_every_topic_or_only_the_engine_may_give_it() {
        List<String> topics = List.of(
                Topic.TIERING.name(),
                Topic.VIOLATIONS.name(),
                Topic.TRAINING.name(),
                Topic.INCENTIVES.name(),
                Topic.WELFARE.name());
        Valid.factsAndOutcomes().filter(Outcome.class::isAssignableFrom).forEach(type -> {
            OwnedBy owner = type.getAnnotation(OwnedBy.class);
            if (owner == null) {
                assertThat(EngineOutcome.class.isAssignableFrom(type) || type == InsufficientData.class)
                        .as(type.getSimpleName())
                        .isTrue();
            } else {
                assertThat(topics).as(type.getSimpleName()).contains(owner.value());
            }
        });
    }
}
