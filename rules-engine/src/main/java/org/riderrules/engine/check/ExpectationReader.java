package org.riderrules.engine.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.outcome.OwnedBy;

/** Reads what must come out of a case. Not thread-safe; one for each case. */
final class ExpectationReader {
    private static final List<String> KEYS = List.of("because", "not", "no", "only", "version", "NoPackInForce");

    private final CaseReader reader;
    private final String topic;
    private final SortedMap<String, List<SortedMap<String, @Nullable Object>>> outcomes = new TreeMap<>();
    private final List<String> because = new ArrayList<>();
    private final List<String> not = new ArrayList<>();
    private boolean only;
    private int version;

    /**
     * @param topic the topic of the pack in whose folder the case stands; empty = not known
     * @param version the version of that pack; 0 = not known
     */
    ExpectationReader(CaseReader reader, String topic, int version) {
        this.reader = reader;
        this.topic = topic;
        this.version = version;
    }

    /** Reads it; null when it is not there or has no form at all. */
    @Nullable
    Expectation read(Yaml owner, Yaml.@Nullable Entry expect) {
        if (expect == null) {
            reader.problem(
                    "case-missing-key", owner, "this case expects nothing", "add \"expect: { TierAssigned: {} }\"");
            return null;
        }
        if (!(expect.value() instanceof Yaml.Entries entries)
                || entries.values().isEmpty()) {
            reader.problem(
                    "case-expects-nothing",
                    expect.value(),
                    expect.value().described() + " under expect can never fail",
                    "name at least one outcome, for instance { TierAssigned: { tier: GOLD } }");
            return null;
        }
        if (entries.values().containsKey("NoPackInForce")) {
            return noPackInForce(entries);
        }
        for (Yaml.Entry entry : entries.values().values()) {
            switch (entry.key()) {
                case "because" -> reader.texts(entry).forEach(each -> because.add(each.text()));
                case "not" -> reader.texts(entry).forEach(each -> not.add(each.text()));
                case "no" -> none(entry);
                case "only" -> only(entry);
                case "version" -> version(entry);
                default -> outcome(entry);
            }
        }
        check(expect, entries);
        return new Expectation(outcomes, only, because, not, false, version);
    }

    private @Nullable Expectation noPackInForce(Yaml.Entries entries) {
        for (Yaml.Entry entry : entries.values().values()) {
            if (!entry.key().equals("NoPackInForce")) {
                reader.problem(
                        "case-contradiction",
                        entry.value(),
                        "when no pack is in force there is no " + entry.key(),
                        "leave NoPackInForce alone under expect, or remove it");
                return null;
            }
            if (!(entry.value() instanceof Yaml.Entries none) || !none.values().isEmpty()) {
                reader.problem(
                        "case-form",
                        entry.value(),
                        entry.value().described() + " under NoPackInForce",
                        "write NoPackInForce: {}");
                return null;
            }
        }
        return new Expectation(Collections.emptySortedMap(), false, List.of(), List.of(), true, 0);
    }

    private void none(Yaml.Entry entry) {
        for (Yaml.Scalar type : reader.texts(entry)) {
            if (!Shapes.OUTCOMES.containsKey(type.text())) {
                unknownType(new Yaml.Entry(type.text(), type, type.line(), type.column()));
            } else if (isForeign(type.text(), type)) {
                continue;
            } else if (outcomes.putIfAbsent(type.text(), List.of()) != null) {
                contradiction(type, type.text() + " is both expected and forbidden");
            }
        }
    }

    private void only(Yaml.Entry entry) {
        if (entry.value() instanceof Yaml.Scalar scalar && scalar.text().equals("true")) {
            only = true;
        } else {
            reader.problem(
                    "case-value",
                    entry.value(),
                    entry.value().described() + " under only",
                    "write only: true, or leave it out");
        }
    }

    private void version(Yaml.Entry entry) {
        try {
            Object value = Values.of(entry.value(), int.class);
            version = value instanceof Integer number ? number : 0;
            if (version < 1) {
                reader.problem("case-value", entry.value(), "there is no version " + version, "versions begin with 1");
            }
        } catch (Values.Refused e) {
            reader.refused(e);
        }
    }

    private void outcome(Yaml.Entry entry) {
        Class<?> type = Shapes.OUTCOMES.get(entry.key());
        if (type == null) {
            unknownType(entry);
            return;
        }
        if (isForeign(entry.key(), entry.value())) {
            return;
        }
        List<SortedMap<String, @Nullable Object>> each = new ArrayList<>();
        if (entry.value() instanceof Yaml.Entries one) {
            each.add(components(type, one));
        } else if (entry.value() instanceof Yaml.Items items) {
            for (Yaml item : items.values()) {
                if (item instanceof Yaml.Entries one) {
                    each.add(components(type, one));
                } else {
                    form(item, entry.key());
                }
            }
        } else {
            form(entry.value(), entry.key());
        }
        if (outcomes.put(entry.key(), each) != null) {
            contradiction(entry.value(), entry.key() + " is both expected and forbidden");
        }
    }

    /** Reports an outcome that packs of this topic cannot give: to expect it never holds, to forbid it always does. */
    private boolean isForeign(String type, Yaml place) {
        OwnedBy owner = Objects.requireNonNull(Shapes.OUTCOMES.get(type)).getAnnotation(OwnedBy.class);
        if (owner == null || topic.isEmpty() || owner.value().equals(topic)) {
            return false;
        }
        reader.problem(
                "case-unknown-type",
                place,
                "a decision about " + topic + " never has a " + type + "; it belongs to " + owner.value(),
                "write that case in a pack of " + owner.value());
        return true;
    }

    private SortedMap<String, @Nullable Object> components(Class<?> type, Yaml.Entries entries) {
        Map<String, RecordComponent> known = Shapes.components(type);
        SortedMap<String, @Nullable Object> components = new TreeMap<>();
        for (Yaml.Entry entry : entries.values().values()) {
            RecordComponent component = known.get(entry.key());
            if (component == null) {
                reader.unknown(
                        "case-unknown-field",
                        entry,
                        type.getSimpleName() + " has no component " + entry.key(),
                        known.keySet(),
                        "its components");
                continue;
            }
            try {
                components.put(entry.key(), Values.of(entry.value(), component.getGenericType()));
            } catch (Values.Refused e) {
                reader.refused(e);
            }
        }
        return components;
    }

    private void check(Yaml.Entry expect, Yaml.Entries entries) {
        if (List.of("only", "version").containsAll(entries.values().keySet())) {
            reader.problem(
                    "case-expects-nothing",
                    expect.value(),
                    only ? "only: true without an outcome can never hold" : "this says nothing about what comes out",
                    "name at least one outcome, for instance { TierAssigned: { tier: GOLD } }");
        }
        because.stream()
                .filter(not::contains)
                .forEach(id -> contradiction(expect.value(), id + " stands in because and in not"));
    }

    private void contradiction(Yaml place, String what) {
        reader.problem("case-contradiction", place, what + ", which can never hold", "remove one of the two");
    }

    private void form(Yaml yaml, String type) {
        reader.problem(
                "case-form",
                yaml,
                yaml.described() + " under " + type,
                "write a map of components, for instance { }, or a list of maps; [] for none");
    }

    private void unknownType(Yaml.Entry entry) {
        List<String> known = new ArrayList<>(Shapes.OUTCOMES.keySet());
        known.addAll(KEYS);
        reader.unknown(
                "case-unknown-type",
                entry,
                entry.key() + " is neither an outcome nor a key of expect",
                known,
                "known here");
    }
}
