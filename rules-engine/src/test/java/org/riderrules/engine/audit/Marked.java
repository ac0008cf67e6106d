package org.riderrules.engine.audit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.explain.Because;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Explanation;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.NotPersonal;
import org.riderrules.api.outcome.Outcome;

/** Puts a word that stands nowhere else in the place of every personal text of a call, so that it can be looked for. */
final class Marked {
    private final List<String> words = new ArrayList<>();
    private final Map<Evidence, Evidence> nodes = new IdentityHashMap<>();

    /** Every word that was put in. */
    List<String> words() {
        return words;
    }

    private String word() {
        String word = "personal-word-" + (words.size() + 1) + "x";
        words.add(word);
        return word;
    }

    DecisionRequest request(DecisionRequest from) {
        return new DecisionRequest(
                word(),
                from.topics(),
                from.market(),
                from.capacity(),
                from.scenario(),
                from.asOf(),
                from.knownAt(),
                from.facts().stream().map(fact -> (Fact) record(fact)).toList());
    }

    Decision decision(Decision from) {
        List<Because> because = new ArrayList<>();
        for (Because each : from.explanation().because()) {
            because.add(new Because((Outcome) record(each.outcome()), node(each.grounds()), each.texts()));
        }
        return new Decision(
                null,
                from.riderId(),
                from.topic(),
                from.market(),
                from.capacity(),
                from.scenario(),
                from.asOf(),
                from.knownAt(),
                because.stream().map(Because::outcome).toList(),
                new Explanation(because),
                from.provenance());
    }

    private Evidence node(Evidence from) {
        Evidence known = nodes.get(from);
        if (known != null) {
            return known;
        }
        Evidence made = from;
        if (from instanceof Evidence.FiredRule rule) {
            SortedMap<String, String> bindings = new TreeMap<>();
            rule.bindings().keySet().forEach(name -> bindings.put(name, word()));
            made = new Evidence.FiredRule(
                    rule.rule(),
                    rule.reason(),
                    bindings,
                    rule.grounds().stream().map(this::node).toList());
        } else if (from instanceof Evidence.FactUsed used) {
            made = new Evidence.FactUsed((Fact) record(used.fact()));
        } else if (from instanceof Evidence.OutcomeUsed used) {
            made = new Evidence.OutcomeUsed(used.topic(), (Outcome) record(used.outcome()));
        } else if (from instanceof Evidence.EngineCheck check) {
            made = new Evidence.EngineCheck(check.check(), word());
        }
        nodes.put(from, made);
        return made;
    }

    private Object record(Object from) {
        RecordComponent[] components = from.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(from);
                if (components[i].isAnnotationPresent(NotPersonal.class)) {
                    continue;
                }
                if (values[i] instanceof String) {
                    values[i] = word();
                } else if (values[i] instanceof List<?> several
                        && several.stream().allMatch(String.class::isInstance)) {
                    values[i] = several.stream().map(each -> word()).toList();
                }
            }
            Constructor<?> constructor = from.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException refused) {
                throw new AssertionError("a word is refused as " + refused.type() + "." + refused.field(), refused);
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
