package org.riderrules.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.Rate;
import org.riderrules.api.fact.Topic;

class FactNamesTest {

    @Test
    void every_fact_of_the_api_is_known_with_its_fields_in_order() {
        assertThat(List.copyOf(FactNames.facts()))
                .hasSize(Fact.class.getPermittedSubclasses().length)
                .isSorted();
        assertThat(FactNames.fields("PerformanceWindow")).startsWith("periodFrom", "periodUntil", "completedOrders");
        assertThat(FactNames.fields("NoSuchFact")).isEmpty();
    }

    @Test
    void a_field_is_optional_when_its_component_may_be_null() {
        assertThat(FactNames.optionalFields("PerformanceWindow"))
                .contains("completedOrders", "refusalRate")
                .doesNotContain("periodFrom", "periodUntil");
    }

    @Test
    void fields_named_as_given_together_exist_and_are_optional() {
        assertThat(FactNames.givenTogether("Appeal", "ruling")).containsExactly("reviewer", "reviewedOn");
        assertThat(FactNames.givenTogether("Appeal", "filedOn")).isEmpty();
        for (String fact : FactNames.facts()) {
            for (String field : FactNames.fields(fact)) {
                assertThat(FactNames.optionalFields(fact)).containsAll(FactNames.givenTogether(fact, field));
            }
        }
    }

    @Test
    void a_fact_accepts_every_optional_field_alone_but_those_named_as_given_together() throws Exception {
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            String name = fact.getSimpleName();
            for (String field : FactNames.optionalFields(name)) {
                assertThat(isAccepted(fact, field))
                        .as("%s with %s alone", name, field)
                        .isEqualTo(FactNames.givenTogether(name, field).isEmpty());
            }
        }
    }

    /** Whether a fact can be built with its required fields and one optional field. */
    private static boolean isAccepted(Class<?> fact, String field) throws Exception {
        RecordComponent[] components = fact.getRecordComponents();
        List<String> optional = FactNames.optionalFields(fact.getSimpleName());
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = optional.contains(name) && !name.equals(field) ? null : sample(components[i].getType(), name);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            fact.getDeclaredConstructor(types).newInstance(values);
            return true;
        } catch (InvocationTargetException refused) {
            assertThat(refused).hasCauseInstanceOf(InvalidValueException.class);
            assertThat(refused.getCause()).hasMessageContaining(" is given");
            return false;
        }
    }

    private static Object sample(Class<?> type, String name) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> name;
            case "int", "Integer" -> 1;
            case "boolean", "Boolean" -> true;
            case "BigDecimal" -> BigDecimal.ONE;
            case "Rate" -> Rate.of(1, 2);
            case "LocalDate" -> LocalDate.of(2026, 1, 1).plusDays(name.endsWith("Until") ? 1 : 0);
            case "OffsetDateTime" -> OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            case "Instant" ->
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();
            case "YearMonth" -> YearMonth.of(2026, 1);
            case "MonthDay" -> MonthDay.of(7, 14);
            case "Duration" -> Duration.ofMinutes(1);
            case "Currency" -> Currency.getInstance("HKD");
            case "Topic" -> Topic.TIERING;
            case "List" -> List.of();
            case "Set" -> Set.of();
            default -> throw new AssertionError("no sample of " + type);
        };
    }
}
