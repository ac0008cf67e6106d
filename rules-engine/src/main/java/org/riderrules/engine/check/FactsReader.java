package org.riderrules.engine.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.ReviewPeriod;

/** Reads what is given in a case. Not thread-safe; one for each case. */
final class FactsReader {
    private final CaseReader reader;
    private final @Nullable LocalDate asOf;

    /** @param asOf the effective day; null when the case does not tell, which has been reported */
    FactsReader(CaseReader reader, @Nullable LocalDate asOf) {
        this.reader = reader;
        this.asOf = asOf;
    }

    /** The facts; none when there is no such entry. Problems are reported. */
    List<Fact> read(Yaml.@Nullable Entry given) {
        List<Fact> facts = new ArrayList<>();
        if (given == null) {
            return facts;
        }
        if (!(given.value() instanceof Yaml.Entries types)) {
            reader.problem(
                    "case-form",
                    given.value(),
                    given.value().described() + " under given",
                    "write a map from types of facts to facts; {} when nothing is given");
            return facts;
        }
        for (Yaml.Entry entry : types.values().values()) {
            Class<?> type = Shapes.FACTS.get(entry.key());
            if (type == null) {
                reader.unknown(
                        "case-unknown-type",
                        entry,
                        "there is no fact " + entry.key(),
                        Shapes.FACTS.keySet(),
                        "known facts");
            } else if (entry.value() instanceof Yaml.Items items) {
                items.values().forEach(item -> fact(type, item, facts));
            } else {
                fact(type, entry.value(), facts);
            }
        }
        return facts;
    }

    private void fact(Class<?> type, Yaml yaml, Collection<Fact> facts) {
        if (!(yaml instanceof Yaml.Entries entries)) {
            reader.problem(
                    "case-form",
                    yaml,
                    yaml.described() + " under " + type.getSimpleName(),
                    "write a map of fields, or a list of maps");
            return;
        }
        Collection<String> known = Shapes.components(type).keySet();
        for (Yaml.Entry entry : entries.values().values()) {
            if (!known.contains(entry.key())) {
                reader.unknown(
                        "case-unknown-field",
                        entry,
                        type.getSimpleName() + " has no field " + entry.key(),
                        known,
                        "its fields");
            }
        }
        @Nullable Object[] values = values(type, entries);
        if (values != null) {
            build(type, entries, values, facts);
        }
    }

    private @Nullable Object @Nullable [] values(Class<?> type, Yaml.Entries entries) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean whole = true;
        for (int i = 0; i < components.length; i++) {
            Yaml.Entry entry = entries.values().get(components[i].getName());
            try {
                values[i] = entry == null
                        ? absent(type, components[i], entries)
                        : Values.of(entry.value(), components[i].getGenericType());
            } catch (Values.Refused e) {
                reader.refused(e);
                whole = false;
            }
        }
        return whole ? values : null;
    }

    private @Nullable Object absent(Class<?> type, RecordComponent component, Yaml.Entries entries)
            throws Values.Refused {
        if (component.getType() == List.class) {
            return List.of();
        }
        if (component.getType().isPrimitive()) {
            throw new Values.Refused(entries, component.getName() + " of " + type.getSimpleName());
        }
        boolean noPeriod =
                !entries.values().containsKey("periodFrom") && !entries.values().containsKey("periodUntil");
        if (type == PerformanceWindow.class && noPeriod && asOf != null) {
            LocalDate thisMonth = ReviewPeriod.MONTH.startOf(asOf);
            if (component.getName().equals("periodFrom")) {
                return thisMonth.minusMonths(1);
            }
            if (component.getName().equals("periodUntil")) {
                return thisMonth;
            }
        }
        return null;
    }

    private void build(Class<?> type, Yaml.Entries entries, @Nullable Object[] values, Collection<Fact> facts) {
        try {
            Constructor<?> constructor = type.getConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            facts.add((Fact) constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof InvalidValueException invalid)) {
                throw new IllegalStateException("cannot build a " + type.getSimpleName(), e);
            }
            Yaml.Entry entry = entries.values().get(invalid.field().replaceAll("\\[.*", ""));
            reader.problem(
                    "case-value",
                    entry == null ? entries : entry.value(),
                    type.getSimpleName() + "." + invalid.field() + " is " + invalid.value(),
                    "allowed: " + invalid.allowed());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build a " + type.getSimpleName(), e);
        }
    }
}
