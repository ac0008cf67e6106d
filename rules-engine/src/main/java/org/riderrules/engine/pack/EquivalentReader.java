package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;

/** Reads one entry of {@code equivalent} in {@code pack.json}. For one thread. */
final class EquivalentReader {
    private static final List<String> REQUIRED =
            List.of("outcome", "markets", "policy", "remedy", "appealRoute", "appealDays", "source");
    private static final List<String> OPTIONAL = List.of("where", "days", "from", "until");

    private final ManifestFields entry;
    private final List<String> packMarkets;

    private EquivalentReader(ManifestFields entry, List<String> packMarkets) {
        this.entry = entry;
        this.packMarkets = packMarkets;
    }

    static @Nullable Equivalent read(
            ManifestFields manifest, JsonItem item, List<String> packMarkets, Consumer<PackProblem> problems) {
        if (!(item instanceof JsonItem.Fields object)) {
            return manifest.refuse(
                    item,
                    "\"equivalent\" has " + item.shown(),
                    "write an object: { \"outcome\": \"TierAssigned\", \"where\": { \"movement\": \"DEMOTED\" },"
                            + " \"markets\": [...], ... }");
        }
        return new EquivalentReader(new ManifestFields(object, REQUIRED, OPTIONAL, problems), packMarkets).read();
    }

    private @Nullable Equivalent read() {
        String outcome = outcome();
        SortedMap<String, String> where = outcome == null ? new TreeMap<>() : where(outcome);
        List<String> markets = entry.texts(
                "markets",
                (each, code) -> packMarkets.contains(code)
                        ? code
                        : entry.refuse(
                                each,
                                Quoted.of(code) + " is no market of this pack",
                                Nearest.mend(code, packMarkets, "markets of this pack")));
        ManifestReader.noMarkets(entry, markets);
        LocalDate from = entry.date("from");
        Period period = ManifestReader.period(entry, from, entry.date("until"));
        String policy = entry.text("policy");
        String remedy = entry.text("remedy");
        String appealRoute = entry.text("appealRoute");
        Integer appealDays = entry.count("appealDays");
        Integer days = entry.count("days");
        String source = entry.text("source");
        if (outcome == null
                || period == null
                || policy == null
                || remedy == null
                || appealRoute == null
                || appealDays == null
                || source == null
                || !hasAnEnd(outcome, days)) {
            return null;
        }
        return new Equivalent(outcome, where, markets, period, policy, remedy, appealRoute, appealDays, days, source);
    }

    private @Nullable String outcome() {
        String name = entry.text("outcome");
        JsonItem item = entry.item("outcome");
        if (name == null || item == null || OutcomeFields.outcomes().contains(name)) {
            return name;
        }
        return entry.refuse(
                item,
                "there is no outcome " + Quoted.of(name) + " that a pack gives and that holds by itself",
                Nearest.mend(name, OutcomeFields.outcomes(), "outcomes"));
    }

    private SortedMap<String, String> where(String outcome) {
        SortedMap<String, String> where = new TreeMap<>();
        JsonItem.Fields object = entry.object("where");
        if (object == null) {
            return where;
        }
        List<String> known = OutcomeFields.words(outcome);
        for (Map.Entry<String, JsonItem.Member> each : object.members().entrySet()) {
            String name = each.getKey();
            JsonItem value = each.getValue().value();
            if (!known.contains(name)) {
                entry.refuse(
                        value,
                        outcome + " has no text, number or constant " + Quoted.of(name),
                        Nearest.mend(name, known, "components"));
            } else if (!(value instanceof JsonItem.Text text)) {
                entry.refuse(value, "\"" + name + "\" is " + value.shown(), "write it in double quotes");
            } else {
                List<String> constants = OutcomeFields.constants(outcome, name);
                if (constants.isEmpty() || constants.contains(text.text())) {
                    where.put(name, text.text());
                } else {
                    entry.refuse(
                            value,
                            outcome + "." + name + " is never " + Quoted.of(text.text()),
                            Nearest.mend(text.text(), constants, "constants"));
                }
            }
        }
        return where;
    }

    private boolean hasAnEnd(String outcome, @Nullable Integer days) {
        if ((days == null) == OutcomeFields.hasEnd(outcome)) {
            return true;
        }
        JsonItem item = Objects.requireNonNull(entry.item("outcome"), "read before");
        entry.refuse(
                item,
                days == null
                        ? outcome + " has no last day of its own, and a notice must name one"
                        : outcome + " has a last day of its own, and \"days\" names another",
                days == null ? "add \"days\": how long it holds" : "delete \"days\"");
        return false;
    }
}
