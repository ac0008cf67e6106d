package org.riderrules.engine.check;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.outcome.Outcome;

/**
 * Writes a case that {@link CaseFile} reads: what was asked, and what was decided as what must come out. Thread-safe;
 * holds no state.
 */
public final class CaseText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]*");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[0-9].*");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private CaseText() {}

    /**
     * A case.
     *
     * @param name its sentence
     * @param request what was asked; the case is always about the rider {@value Case#RIDER}
     * @param topic the topic the case is about, one of those asked
     * @param decision what was decided about it; null = no pack was in force
     * @return YAML, a list of one case, with a line feed at its end
     */
    public static String of(String name, DecisionRequest request, Topic topic, @Nullable Decision decision) {
        StringBuilder text = new StringBuilder();
        text.append("- name: ").append(JsonText.quoted(name)).append('\n');
        line(text, "asOf", request.asOf().toString());
        line(text, "market", scalar(request.market()));
        line(text, "capacity", request.capacity().name());
        if (request.scenario() != null) {
            line(text, "scenario", scalar(request.scenario()));
        }
        List<Topic> also = new ArrayList<>(request.topics());
        also.remove(topic);
        if (!also.isEmpty()) {
            line(text, "also", scalar(also));
        }
        Instant knownAt = request.knownAt();
        if (knownAt != null && !knownAt.equals(request.asOf().atStartOfDay().toInstant(ZoneOffset.UTC))) {
            line(text, "knownAt", scalar(knownAt));
        }
        given(text, request);
        expect(text, decision);
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("  ").append(key).append(": ").append(value).append('\n');
    }

    private static void given(StringBuilder text, DecisionRequest request) {
        Map<String, List<String>> byType = new TreeMap<>();
        for (Fact fact : request.facts()) {
            byType.computeIfAbsent(fact.getClass().getSimpleName(), type -> new ArrayList<>())
                    .add(fields(fact, understood(fact, request.asOf())));
        }
        if (byType.isEmpty()) {
            line(text, "given", "{}");
            return;
        }
        text.append("  given:\n");
        byType.forEach((type, facts) -> entries(text, type, facts));
    }

    /** What a case need not state of a fact. */
    private static Set<String> understood(Fact fact, LocalDate asOf) {
        return fact instanceof PerformanceWindow window
                        && LastMonth.before(asOf).isThatOf(window)
                ? Set.of("periodFrom", "periodUntil")
                : Set.of();
    }

    private static void expect(StringBuilder text, @Nullable Decision decision) {
        if (decision == null) {
            line(text, "expect", "{ NoPackInForce: {} }");
            return;
        }
        text.append("  expect:\n");
        text.append("    version: ").append(decision.provenance().version()).append('\n');
        Map<String, List<String>> byType = new TreeMap<>();
        for (Outcome outcome : decision.outcomes()) {
            byType.computeIfAbsent(outcome.getClass().getSimpleName(), type -> new ArrayList<>())
                    .add(fields(outcome, Set.of()));
        }
        byType.forEach((type, outcomes) -> entries(text, type, outcomes));
        text.append("    only: true\n");
        Set<String> ids = decision.explanation().ruleIds();
        if (!ids.isEmpty()) {
            text.append("    because: ").append(scalar(ids)).append('\n');
        }
    }

    private static void entries(StringBuilder text, String type, List<String> records) {
        text.append("    ").append(type).append(':');
        if (records.size() == 1) {
            text.append(' ').append(records.get(0)).append('\n');
        } else {
            text.append('\n');
            records.forEach(each -> text.append("      - ").append(each).append('\n'));
        }
    }

    /** What is known of a record. */
    private static String fields(Object record, Set<String> without) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : Shapes.components(record.getClass()).values()) {
            @Nullable Object value = Shapes.value(record, component);
            if (value != null && !without.contains(component.getName())) {
                fields.add(component.getName() + ": " + scalar(value));
            }
        }
        return fields.isEmpty() ? "{}" : fields.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String scalar(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(CaseText::scalar).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString();
        boolean plain = PLAIN.matcher(text).matches() && !CONSTANTS.contains(text.toLowerCase(Locale.ROOT));
        boolean ambiguous =
                value instanceof String && LIKE_A_NUMBER.matcher(text).matches();
        return plain && !ambiguous ? text : JsonText.quoted(text);
    }
}
