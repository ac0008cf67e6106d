package org.riderrules.engine.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.engine.json.DecisionJson;

/** Reads what is given in a case, by the strict reader of the JSON interface. Not thread-safe; one for each case. */
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", JsonText.quoted(type.getSimpleName()));
        if (type == PerformanceWindow.class && asOf != null) {
            lastMonth(entries, fields, asOf);
        }
        boolean whole = true;
        for (Yaml.Entry entry : entries.values().values()) {
            if (!known.contains(entry.key())) {
                reader.unknown(
                        "case-unknown-field",
                        entry,
                        type.getSimpleName() + " has no field " + entry.key(),
                        known,
                        "its fields");
                whole = false;
            } else {
                fields.put(entry.key(), JsonText.of(entry.value()));
            }
        }
        if (whole) {
            build(type, entries, JsonText.object(fields), facts);
        }
    }

    private static void lastMonth(Yaml.Entries entries, Map<String, String> fields, LocalDate asOf) {
        if (!entries.values().containsKey("periodFrom") && !entries.values().containsKey("periodUntil")) {
            LastMonth month = LastMonth.before(asOf);
            fields.put("periodFrom", JsonText.quoted(month.from().toString()));
            fields.put("periodUntil", JsonText.quoted(month.until().toString()));
        }
    }

    private void build(Class<?> type, Yaml.Entries entries, String json, Collection<Fact> facts) {
        try {
            facts.add(DecisionJson.readFact(json));
        } catch (InvalidRequestException e) {
            Yaml.Entry entry = entries.values().get(e.field().replaceAll("[\\[.].*", ""));
            // The place is one in the JSON that stands for this fact, and the author never sees that.
            String message = String.valueOf(e.getMessage())
                    .substring(e.field().length() + 2)
                    .replaceAll("(?: in the object)? at line \\d+, column \\d+", "");
            int mend = message.indexOf("; ");
            reader.problem(
                    "case-value",
                    entry == null ? entries : entry.value(),
                    type.getSimpleName() + "." + e.field() + " is " + message.substring(0, mend),
                    message.substring(mend + 2));
        }
    }
}
