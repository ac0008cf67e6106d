package org.riderrules.engine.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;
import org.riderrules.engine.json.CanonicalJson;
import org.riderrules.engine.pack.JsonItem;
import org.riderrules.engine.pack.JsonReader;
import org.riderrules.engine.pack.PackText;

/** An object of a document that some tool wrote in canonical form; whatever is not so is refused. For one thread. */
final class Document {
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9-]{0,39}/v[1-9][0-9]{0,8}");

    private final String file;
    private final JsonItem.Fields object;

    private Document(String file, JsonItem.Fields object) {
        this.file = file;
        this.object = object;
    }

    /**
     * Parses a document.
     *
     * @param keys the keys that the object must have, and no other
     */
    static Document parse(PackFile file, String... keys) throws RefusedException {
        List<PackProblem> problems = new ArrayList<>();
        String text = PackText.of(file, problems::add);
        JsonItem item = text == null ? null : JsonReader.read(file.path(), text, "trust", problems::add);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems.get(0));
        }
        return new Document(file.path(), object(file.path(), "the document", item, keys));
    }

    private static JsonItem.Fields object(String file, String name, @Nullable JsonItem item, String... keys)
            throws RefusedException {
        if (!(item instanceof JsonItem.Fields fields)) {
            throw malformed(file, name + " is " + (item == null ? "empty" : item.shown()) + ", not an object");
        }
        if (keys.length > 0 && !fields.members().keySet().equals(new TreeSet<>(Arrays.asList(keys)))) {
            throw malformed(
                    file,
                    name + " has the keys " + String.join(", ", fields.members().keySet()) + "; allowed: exactly "
                            + String.join(", ", keys));
        }
        return fields;
    }

    /** Refuses bytes that are not exactly those which the content has in canonical form. */
    static void requireCanonical(PackFile file, Object content) throws RefusedException {
        if (!Arrays.equals(bytes(content), file.content())) {
            throw new RefusedException(
                    "trust-not-canonical",
                    file.path(),
                    "the document is not in the one form that `rules` writes: a space, an order or a spelling is"
                            + " another",
                    "do not edit it; have it written again by `rules sign`");
        }
    }

    /** The canonical form, ended by a line feed. */
    static byte[] bytes(Object content) {
        return (CanonicalJson.text(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Document object(String key, String... keys) throws RefusedException {
        return new Document(file, object(file, "\"" + key + "\"", value(key), keys));
    }

    String text(String key) throws RefusedException {
        if (value(key) instanceof JsonItem.Text text) {
            return text.text();
        }
        throw malformed(file, "\"" + key + "\" is " + value(key).shown() + ", not a text");
    }

    /** A text that is exactly this one. */
    void require(String key, String expected) throws RefusedException {
        if (!text(key).equals(expected)) {
            throw malformed(file, "\"" + key + "\" is " + value(key).shown() + ", not \"" + expected + "\"");
        }
    }

    /** A whole number from 1 to 999999999. */
    int count(String key) throws RefusedException {
        if (value(key) instanceof JsonItem.Number number && number.digits().matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(number.digits());
        }
        throw malformed(file, "\"" + key + "\" is " + value(key).shown() + ", not a whole number from 1 to 999999999");
    }

    String digest(String key) throws RefusedException {
        String text = text(key);
        if (!Digests.isDigest(text)) {
            throw malformed(
                    file, "\"" + key + "\" is " + value(key).shown() + ", not sha256: and 64 hexadecimal digits");
        }
        return text;
    }

    /** All values of this object as digests, by key. */
    SortedMap<String, String> digests() throws RefusedException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, JsonItem.Member> member : object.members().entrySet()) {
            digests.put(member.getKey(), digest(member.getKey()));
        }
        return digests;
    }

    /** All values of this object as releases, by folder. */
    SortedMap<String, Release> releases() throws RefusedException {
        SortedMap<String, Release> releases = new TreeMap<>();
        for (String folder : object.members().keySet()) {
            if (!FOLDER.matcher(folder).matches()) {
                throw malformed("\"" + folder + "\" is no folder of a version");
            }
            Document release = object(folder, "manifest", "number");
            releases.put(folder, new Release(release.count("number"), release.digest("manifest")));
        }
        return releases;
    }

    RefusedException malformed(String what) {
        return malformed(file, what);
    }

    private static RefusedException malformed(String file, String what) {
        return new RefusedException(
                "trust-malformed", file, what, "do not edit the file; have it written again by `rules`");
    }

    private JsonItem value(String key) {
        JsonItem.Member member = object.members().get(key);
        if (member == null) {
            throw new IllegalArgumentException("the keys were checked: " + key);
        }
        return member.value();
    }
}
