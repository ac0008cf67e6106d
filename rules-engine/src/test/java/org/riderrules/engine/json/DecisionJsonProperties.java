package org.riderrules.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.outcome.Outcome;

class DecisionJsonProperties {

    @Property
    void A_fact_that_was_written_is_read_as_it_was(@ForAll long seed) {
        Fact fact = new Samples(seed).fact();
        assertThat(DecisionJson.readFact(DecisionJson.write(fact))).isEqualTo(fact);
        assertThat(DecisionJson.readFact(DecisionJson.writeIndented(fact))).isEqualTo(fact);
        assertSameBytes(DecisionJson.readFact(DecisionJson.write(fact)), fact);
    }

    @Property
    void A_request_that_was_written_is_read_as_it_was(@ForAll long seed) {
        DecisionRequest request = new Samples(seed).request();
        String written = DecisionJson.write(request);
        assertThat(DecisionJson.readRequest(written)).isEqualTo(request);
        assertThat(DecisionJson.readRequest(DecisionJson.writeIndented(request)))
                .isEqualTo(request);
        assertThat(written.lines()).hasSize(1);
        assertThat(DecisionJson.write(DecisionJson.readRequest(written))).isEqualTo(written);
        assertSameBytes(DecisionJson.readRequest(written), request);
    }

    @Property
    void A_decision_that_was_written_is_read_as_it_was(@ForAll long seed) {
        Decision decision = new Samples(seed).decision();
        String written = DecisionJson.write(decision);
        assertThat(DecisionJson.readDecision(written)).isEqualTo(decision);
        assertThat(DecisionJson.readDecision(DecisionJson.writeIndented(decision)))
                .isEqualTo(decision);
        assertThat(written.lines()).hasSize(1);
        assertThat(DecisionJson.write(DecisionJson.readDecision(written))).isEqualTo(written);
        assertSameBytes(DecisionJson.readDecision(written), decision);
    }

    @Property
    void Rules_that_are_equal_are_one_object_after_reading(@ForAll long seed) {
        Decision read = DecisionJson.readDecision(DecisionJson.write(new Samples(seed).decision()));
        List<Evidence.FiredRule> rules = new ArrayList<>();
        read.explanation().visit(node -> {
            if (node instanceof Evidence.FiredRule rule) {
                rules.add(rule);
            }
        });
        Set<String> contents = new HashSet<>();
        rules.forEach(rule -> contents.add(CanonicalJson.text(rule)));
        assertThat(contents).hasSameSizeAs(rules);
    }

    /** Equal records can still differ, in the counts of a rate. */
    private static void assertSameBytes(Object one, Object two) {
        assertThat(CanonicalJson.text(one)).isEqualTo(CanonicalJson.text(two));
    }

    @Property
    void The_order_of_properties_does_not_matter(@ForAll long seed) {
        DecisionRequest request = new Samples(seed).request();
        String shuffled = shuffled(JsonText.parse(DecisionJson.write(request), Path.root("request")), new Random(seed));
        assertThat(DecisionJson.readRequest(shuffled)).isEqualTo(request);

        Decision decision = new Samples(seed).decision();
        shuffled = shuffled(JsonText.parse(DecisionJson.write(decision), Path.root("decision")), new Random(seed));
        assertThat(DecisionJson.readDecision(shuffled)).isEqualTo(decision);
    }

    private static String shuffled(Parsed node, Random random) {
        if (node instanceof Parsed.Members object) {
            List<String> members = new ArrayList<>();
            object.members().forEach((name, member) -> members.add(quoted(name) + " : " + shuffled(member, random)));
            Collections.shuffle(members, random);
            return "{\n" + String.join(",\t", members) + " }";
        }
        if (node instanceof Parsed.Items list) {
            return list.items().stream()
                    .map(item -> shuffled(item, random))
                    .toList()
                    .toString();
        }
        if (node instanceof Parsed.Text text) {
            return quoted(text.text());
        }
        return node.shown();
    }

    private static String quoted(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04X", c)));
        return '"' + escaped.toString() + '"';
    }

    @Property
    void Nothing_but_an_invalid_request_is_thrown_for_a_damaged_document(@ForAll long seed) {
        Random random = new Random(seed);
        Samples samples = new Samples(seed);
        refusesOrReads(damaged(DecisionJson.write(samples.request()), random), true);
        refusesOrReads(damaged(DecisionJson.write(samples.decision()), random), false);
    }

    private static void refusesOrReads(String json, boolean request) {
        try {
            if (request) {
                DecisionJson.readRequest(json);
            } else {
                DecisionJson.readDecision(json);
            }
        } catch (InvalidRequestException refused) {
            assertThat(refused.field()).isNotEmpty();
            assertThat(refused.getMessage())
                    .startsWith(refused.field() + ": ")
                    .doesNotContainPattern("tools\\.jackson|Feature|java\\.|Exception");
        }
    }

    private static String damaged(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.setCharAt(at, "\"\\{}[],:0-9eE.+ntf\u0000\n/x".charAt(random.nextInt(22)));
                case 3 -> text.setLength(Math.max(1, at));
                case 4 -> {
                    int colon = text.indexOf(":", at);
                    int comma = text.indexOf(",", Math.max(0, colon));
                    if (colon > 0 && comma > 0) {
                        String[] values = {"null", "1e400", "-1", "\"\"", "[]", "{}", "true", "99999999999", "0.5"};
                        text.replace(colon + 1, comma, values[random.nextInt(values.length)]);
                    }
                }
                default -> text.insert(at, random.nextBoolean() ? "[[[[" : "{\"a\":");
            }
        }
        return text.toString();
    }

    /** What the properties above were tried on. A generator that only makes one kind of thing proves nothing. */
    @Example
    void The_samples_have_every_type_every_absence_every_constant_and_shared_rules() {
        Map<String, Set<Object>> seen = new TreeMap<>();
        Set<Class<?>> types = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (int seed = 0; seed < 1500; seed++) {
            Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
            Samples samples = new Samples(seed);
            DecisionRequest request = samples.request();
            Decision decision = samples.decision();
            look(request, types, seen, known);
            look(decision, types, seen, known);
            String written = DecisionJson.write(decision);
            for (String part : List.of("\"node\":\"ref\"", "\\u2028", "\ud83d\udef5", "/1")) {
                if (written.contains(part)) {
                    found.add(part);
                }
            }
        }
        assertThat(types)
                .containsAll(members(Fact.class))
                .containsAll(members(Outcome.class))
                .containsAll(members(Evidence.class));
        assertThat(found).hasSizeGreaterThanOrEqualTo(4);
        for (Class<?> type : types) {
            for (RecordShape.Part part : RecordShape.of(type).parts()) {
                Set<Object> values = seen.get(type.getSimpleName() + "." + part.name());
                assertThat(values).as(type.getSimpleName() + "." + part.name()).hasSizeGreaterThan(1);
                assertThat(values.contains("null"))
                        .as(type.getSimpleName() + "." + part.name() + " is sometimes missing")
                        .isEqualTo(Samples.mayBeNull(type, part));
                if (part.type() instanceof Class<?> plain && plain.isEnum()) {
                    assertThat(values).contains((Object[]) plain.getEnumConstants());
                }
            }
        }
    }

    private static Set<Class<?>> members(Class<?> type) {
        Set<Class<?>> members = new HashSet<>();
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                members.addAll(members(member));
            }
        } else {
            members.add(type);
        }
        return members;
    }

    private static void look(Object value, Set<Class<?>> types, Map<String, Set<Object>> seen, Set<Object> known) {
        if (value instanceof Iterable<?> values) {
            values.forEach(each -> look(each, types, seen, known));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> look(each, types, seen, known));
        } else if (value instanceof Record && !Scalars.isText(value.getClass()) && known.add(value)) {
            types.add(value.getClass());
            for (RecordShape.Part part : RecordShape.of(value.getClass()).parts()) {
                Object component = part.of(value);
                Set<Object> values = seen.computeIfAbsent(
                        value.getClass().getSimpleName() + "." + part.name(), name -> new HashSet<>());
                if (values.size() < 50) {
                    values.add(
                            component == null
                                    ? "null"
                                    : isLarge(component) ? System.identityHashCode(component) : component);
                }
                look(component, types, seen, known);
            }
        }
    }

    /** Hashing a deep explanation takes as long as writing it out as a tree. */
    private static boolean isLarge(Object component) {
        return component instanceof Evidence || component instanceof Explanation || component instanceof List<?>;
    }

    @Example
    void A_map_keeps_its_keys() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("a \"b\"", "x");
        assertThat(RecordWriter.write(names, false)).isEqualTo("{\"a \\\"b\\\"\":\"x\"}");
    }
}
