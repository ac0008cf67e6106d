package org.riderrules.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidValueException;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.spi.PackFile;

/** Reads {@code pack.json}, reporting everything that is wrong with it at once. For one thread. */
public final class ManifestReader {
    private static final List<String> REQUIRED =
            List.of("id", "version", "topic", "title", "effective", "published", "markets", "needs", "owner", "source");
    private static final List<String> OPTIONAL = List.of("follows", "optionalTables", "withhold", "supersedes");
    private static final Pattern MARKET = Pattern.compile("[A-Z][A-Z0-9-]{1,11}");
    private static final Pattern FOLDER = Pattern.compile("([^/]+)/v([1-9]\\d{0,8})/[^/]+");

    private final PackFile file;
    private final List<PackProblem> found = new ArrayList<>();

    private ManifestReader(PackFile file) {
        this.file = file;
    }

    /**
     * Reads a manifest.
     *
     * @param file {@code <topic>/v<N>/pack.json}; the folders must be what the manifest says
     * @param problems told of each problem
     * @return the manifest; null when there was a problem
     */
    public static @Nullable Manifest read(PackFile file, Consumer<PackProblem> problems) {
        ManifestReader reader = new ManifestReader(file);
        Manifest manifest = reader.read();
        reader.found.forEach(problems);
        return reader.found.isEmpty() ? manifest : null;
    }

    private @Nullable Manifest read() {
        String text = PackText.of(file, found::add);
        JsonItem json = text == null ? null : JsonReader.read(file.path(), text, "manifest", found::add);
        if (json == null) {
            return null;
        }
        if (!(json instanceof JsonItem.Fields object)) {
            found.add(json.place()
                    .problem("manifest-syntax", "the file holds " + json.shown(), "write one object in braces"));
            return null;
        }
        ManifestFields fields = new ManifestFields(object, REQUIRED, OPTIONAL, found::add);
        String id = fields.text("id");
        Integer version = fields.count("version");
        Topic topic = topic(fields);
        String title = fields.text("title");
        Period effective = effective(fields);
        LocalDate published = fields.date("published");
        List<String> markets = fields.texts("markets", (item, code) -> market(fields, item, code));
        List<Need> needs = fields.texts("needs", (item, name) -> need(fields, item, name));
        List<Topic> follows = fields.texts("follows", (item, name) -> follows(fields, item, name, id));
        List<String> optionalTables = fields.texts("optionalTables", (item, name) -> name);
        List<Withhold> withhold = fields.list("withhold", (key, item) -> withhold(fields, item, markets));
        String owner = fields.text("owner");
        String source = fields.text("source");
        String supersedes = fields.text("supersedes");
        noMarkets(fields, markets);
        needsNothingWithheld(fields, needs, withhold);
        withholdsTogether(fields, withhold);
        agreesWithFolder(fields, id, version);
        agreesWithItself(fields, id, version, topic, supersedes);
        if (id == null
                || version == null
                || topic == null
                || title == null
                || effective == null
                || published == null
                || owner == null
                || source == null) {
            return null;
        }
        return new Manifest(
                file.path(),
                id,
                version,
                topic,
                title,
                effective,
                published,
                markets,
                needs,
                follows,
                optionalTables,
                withhold,
                owner,
                source,
                supersedes,
                fields.places());
    }

    private static @Nullable Topic topic(ManifestFields fields) {
        String name = fields.text("topic");
        JsonItem item = fields.item("topic");
        return name == null || item == null ? null : topic(fields, item, name);
    }

    private static @Nullable Topic topic(ManifestFields fields, JsonItem item, String name) {
        try {
            return new Topic(name);
        } catch (InvalidValueException refused) {
            return fields.refuse(item, Quoted.of(name) + " is no topic", "write " + refused.allowed());
        }
    }

    private static @Nullable Topic follows(ManifestFields fields, JsonItem item, String name, @Nullable String id) {
        if (name.equals(id)) {
            return fields.refuse(
                    item, "the pack follows its own topic, \"" + name + "\"", "name only topics decided before it");
        }
        return topic(fields, item, name);
    }

    private @Nullable Period effective(ManifestFields fields) {
        JsonItem.Fields object = fields.object("effective");
        if (object == null) {
            return null;
        }
        ManifestFields period = new ManifestFields(object, List.of("from"), List.of("until"), found::add);
        LocalDate from = period.date("from");
        return from == null ? null : period(period, from, period.date("until"));
    }

    private static @Nullable Period period(ManifestFields fields, @Nullable LocalDate from, @Nullable LocalDate until) {
        Period period = new Period(from, until);
        JsonItem last = fields.item("until");
        if (period.isEmpty() && last != null) {
            return fields.refuse(
                    last,
                    "until is " + until + " and not after from, which is " + from,
                    "until is the first day that no longer counts: write a later day, or leave it out");
        }
        return period;
    }

    private static @Nullable String market(ManifestFields fields, JsonItem item, String code) {
        return MARKET.matcher(code).matches()
                ? code
                : fields.refuse(
                        item,
                        Quoted.of(code) + " is no market code",
                        "write 2 to 12 capital letters, digits and hyphens, a letter first, such as \"HK\"");
    }

    private static void noMarkets(ManifestFields fields, List<String> markets) {
        if (fields.item("markets") instanceof JsonItem.Items list
                && list.items().isEmpty()
                && markets.isEmpty()) {
            fields.refuse(list, "\"markets\" is empty", "name every market the pack holds for, such as [\"HK\"]");
        }
    }

    private static @Nullable Need need(ManifestFields fields, JsonItem item, String name) {
        int dot = name.indexOf('.');
        String fact = dot < 0 ? name : name.substring(0, dot);
        if (!FactNames.facts().contains(fact)) {
            return fields.refuse(
                    item, "there is no fact " + Quoted.of(fact), Nearest.mend(fact, FactNames.facts(), "facts"));
        }
        if (dot < 0) {
            return new Need(fact, null);
        }
        String field = name.substring(dot + 1);
        if (!FactNames.fields(fact).contains(field)) {
            return fields.refuse(
                    item,
                    fact + " has no field " + Quoted.of(field),
                    Nearest.mend(field, FactNames.fields(fact), "fields"));
        }
        return new Need(fact, field);
    }

    private @Nullable Withhold withhold(ManifestFields fields, JsonItem item, List<String> packMarkets) {
        if (!(item instanceof JsonItem.Fields object)) {
            return fields.refuse(
                    item,
                    "\"withhold\" has " + item.shown(),
                    "write an object: { \"field\": \"PerformanceWindow.refusalRate\", \"markets\": [...], \"source\":"
                            + " ... }");
        }
        ManifestFields entry =
                new ManifestFields(object, List.of("field", "markets", "source"), List.of("from", "until"), found::add);
        Need field = withheldField(entry);
        List<String> markets = entry.texts(
                "markets",
                (each, code) -> packMarkets.contains(code)
                        ? code
                        : entry.refuse(
                                each,
                                Quoted.of(code) + " is no market of this pack",
                                Nearest.mend(code, packMarkets, "markets of this pack")));
        noMarkets(entry, markets);
        Period period = period(entry, entry.date("from"), entry.date("until"));
        String source = entry.text("source");
        if (field == null || field.field() == null || period == null || source == null) {
            return null;
        }
        return new Withhold(field.fact(), field.field(), markets, period, source);
    }

    private static @Nullable Need withheldField(ManifestFields entry) {
        String name = entry.text("field");
        JsonItem item = entry.item("field");
        Need need = name == null || item == null ? null : need(entry, item, name);
        if (need == null || item == null) {
            return null;
        }
        List<String> optional = FactNames.optionalFields(need.fact());
        if (need.field() == null || !optional.contains(need.field())) {
            return entry.refuse(
                    item,
                    "\"" + need + "\" cannot be withheld: "
                            + (need.field() == null ? "it is a whole fact" : "it is always known"),
                    "name a field that may be unknown: " + String.join(", ", optional));
        }
        return need;
    }

    private static void needsNothingWithheld(ManifestFields fields, List<Need> needs, List<Withhold> withhold) {
        JsonItem item = fields.item("needs");
        for (Withhold withheld : withhold) {
            Need need = new Need(withheld.fact(), withheld.field());
            if (item != null && needs.contains(need)) {
                fields.refuse(
                        item,
                        "the pack needs " + need + " and withholds it in " + String.join(", ", withheld.markets())
                                + ", so nothing could be decided there",
                        "take it out of \"needs\", and let the rules do without it");
            }
        }
    }

    private static void withholdsTogether(ManifestFields fields, List<Withhold> withhold) {
        JsonItem item = fields.item("withhold");
        for (Withhold one : withhold) {
            for (String partner : FactNames.givenTogether(one.fact(), one.field())) {
                boolean also = withhold.stream()
                        .anyMatch(other -> other.fact().equals(one.fact())
                                && other.field().equals(partner)
                                && other.period().equals(one.period())
                                && Set.copyOf(other.markets()).equals(Set.copyOf(one.markets())));
                if (item != null && !also) {
                    fields.refuse(
                            item,
                            one.fact() + "." + one.field() + " is withheld and " + one.fact() + "." + partner
                                    + " is not, and one is never known without the other",
                            "withhold both, in the same markets and on the same days");
                }
            }
        }
    }

    private void agreesWithFolder(ManifestFields fields, @Nullable String id, @Nullable Integer version) {
        var folder = FOLDER.matcher(file.path());
        if (!folder.matches()) {
            found.add(PackProblem.inFile(
                    "manifest-folder", file.path(), "the file does not lie in <topic>/v<N>/", "move it there"));
            return;
        }
        JsonItem idItem = fields.item("id");
        if (id != null && idItem != null && !id.equals(folder.group(1))) {
            found.add(idItem.place()
                    .problem(
                            "manifest-folder",
                            "id is " + Quoted.of(id) + " and the folder is " + folder.group(1) + "/",
                            "make them the same"));
        }
        JsonItem versionItem = fields.item("version");
        if (version != null && versionItem != null && version != Integer.parseInt(folder.group(2))) {
            found.add(versionItem
                    .place()
                    .problem(
                            "manifest-folder",
                            "version is " + version + " and the folder is v" + folder.group(2) + "/",
                            "make them the same"));
        }
    }

    private static void agreesWithItself(
            ManifestFields fields,
            @Nullable String id,
            @Nullable Integer version,
            @Nullable Topic topic,
            @Nullable String supersedes) {
        JsonItem topicItem = fields.item("topic");
        if (id != null && topic != null && topicItem != null && !topic.name().equals(id)) {
            fields.refuse(topicItem, "topic is \"" + topic + "\" and id is " + Quoted.of(id), "make them the same");
        }
        JsonItem item = fields.item("supersedes");
        if (supersedes == null || item == null || id == null || version == null) {
            return;
        }
        boolean earlier = supersedes.matches(Pattern.quote(id) + " v[1-9]\\d{0,8}")
                && Integer.parseInt(supersedes.substring(id.length() + 2)) < version;
        if (!earlier) {
            fields.refuse(
                    item,
                    "\"supersedes\" is " + Quoted.of(supersedes),
                    version == 1
                            ? "leave it out: version 1 has nothing before it"
                            : "name an earlier version of this pack, such as \"" + Manifest.label(id, version - 1)
                                    + "\"");
        }
    }
}
