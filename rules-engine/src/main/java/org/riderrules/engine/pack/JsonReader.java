package org.riderrules.engine.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into a tree that knows every place. Binding to a record would report one problem at a time, and the
 * binder forgets where a value stood once it was read; an author wants all problems, each with its place.
 */
public final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final Pattern START_MARKER = Pattern.compile(" *\\(start marker at \\[Source: .*?]\\)");

    private final String file;
    private final String codes;
    private final JsonParser parser;
    private final Consumer<PackProblem> problems;
    private final Deque<Place> open = new ArrayDeque<>();

    private JsonReader(String file, String codes, JsonParser parser, Consumer<PackProblem> problems) {
        this.file = file;
        this.codes = codes;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The only value of a document; null after a problem of syntax was reported. Duplicate keys are reported too.
     *
     * @param file the document's path, for messages
     * @param codes what the codes of problems begin with: {@code manifest} for {@code manifest-syntax} and
     *     {@code manifest-duplicate-key}
     */
    public static @Nullable JsonItem read(String file, String text, String codes, Consumer<PackProblem> problems) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(file, codes, parser, problems).read();
        }
    }

    private @Nullable JsonItem read() {
        try {
            if (parser.nextToken() == null) {
                problems.accept(PackProblem.inFile(
                        codes + "-syntax", file, "the file is empty", "write one JSON object in braces"));
                return null;
            }
            JsonItem item = item();
            if (parser.nextToken() != null) {
                problems.accept(
                        here().problem(codes + "-syntax", "there is more after the end of the object", "delete it"));
                return null;
            }
            return item;
        } catch (JacksonException failure) {
            problems.accept(syntax(failure));
            return null;
        }
    }

    private PackProblem syntax(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        Place place = location == null
                ? new Place(file, 0, 0)
                : new Place(file, location.getLineNr(), location.getColumnNr());
        String said = START_MARKER.matcher(failure.getOriginalMessage()).replaceAll("");
        Place innermost = open.peek();
        return place.problem(
                codes + "-syntax",
                "this is not JSON: " + said
                        + (innermost == null
                                ? ""
                                : "; the brace or bracket around it opens at line " + innermost.line() + ", column "
                                        + innermost.column()),
                "look at and before this place for a missing or superfluous comma, quote or brace; JSON has no"
                        + " comments");
    }

    private JsonItem item() {
        Place place = here();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new JsonItem.Text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonItem.Number(place, parser.getString());
            default -> new JsonItem.Word(place, parser.getString());
        };
    }

    private JsonItem fields(Place place) {
        Map<String, JsonItem.Member> members = new LinkedHashMap<>();
        open.push(place);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = here();
            String key = parser.currentName();
            parser.nextToken();
            JsonItem.Member member = new JsonItem.Member(keyPlace, item());
            JsonItem.Member earlier = members.putIfAbsent(key, member);
            if (earlier != null) {
                problems.accept(keyPlace.problem(
                        codes + "-duplicate-key",
                        "\"" + key + "\" stands here again; it was given on line "
                                + earlier.key().line(),
                        "keep one of the two"));
            }
        }
        open.pop();
        return new JsonItem.Fields(place, Collections.unmodifiableMap(members));
    }

    private JsonItem items(Place place) {
        List<JsonItem> items = new ArrayList<>();
        open.push(place);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item());
        }
        open.pop();
        return new JsonItem.Items(place, List.copyOf(items));
    }

    private Place here() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
