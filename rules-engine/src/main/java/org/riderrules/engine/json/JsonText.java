package org.riderrules.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.InvalidRequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses a JSON document, strictly. Holds no state beyond one call. */
final class JsonText {
    /** Longest document in characters. */
    static final int LONGEST = 16 << 20;
    /** How deep objects and lists may stand in one another; an explanation needs two for each rule. */
    static final int DEEPEST = 500;

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST)
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Parses a whole document.
     *
     * @param root what the document is called in messages
     * @throws InvalidRequestException when it is not JSON, names a property twice, is too long or too deep, or goes on
     *     after its end
     */
    static Parsed parse(String text, Path root) {
        if (text.length() > LONGEST) {
            throw new InvalidRequestException(
                    root.toString(), text.length() + " characters", "allowed: at most " + LONGEST);
        }
        Cursor cursor = new Cursor(root);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonText reader = new JsonText(parser);
            if (parser.nextToken() == null) {
                throw new InvalidRequestException(root.toString(), "empty", "give a JSON object");
            }
            Parsed whole = reader.value(root, cursor);
            cursor.path = root;
            if (parser.nextToken() != null) {
                throw new InvalidRequestException(
                        root.toString(), "goes on after its end, at " + reader.place(), "give one document at a time");
            }
            return whole;
        } catch (JacksonException e) {
            throw refused(e, cursor, text);
        }
    }

    /** Where the parser stands, for problems that it finds itself. */
    private static final class Cursor {
        private Path path;
        private Parsed.Place place = new Parsed.Place(1, 1);

        private Cursor(Path path) {
            this.path = path;
        }
    }

    private Parsed value(Path path, Cursor cursor) {
        cursor.path = path;
        Parsed.Place place = place();
        cursor.place = place;
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(place, path, cursor);
            case START_ARRAY -> {
                List<Parsed> items = new ArrayList<>();
                cursor.path = path.item(0);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(path.item(items.size()), cursor));
                    cursor.path = path.item(items.size());
                }
                yield new Parsed.Items(place, items);
            }
            case VALUE_STRING -> new Parsed.Text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Parsed.Figure(place, parser.getString());
            case VALUE_TRUE -> new Parsed.Flag(place, true);
            case VALUE_FALSE -> new Parsed.Flag(place, false);
            case VALUE_NULL -> new Parsed.Nothing(place);
            default -> throw new IllegalStateException("no such token in a text: " + parser.currentToken());
        };
    }

    private Parsed members(Parsed.Place place, Path path, Cursor cursor) {
        Map<String, Parsed> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Path member = path.property(name);
            if (members.containsKey(name)) {
                throw new InvalidRequestException(
                        member.toString(), "given twice, again at " + place(), "give it once");
            }
            cursor.path = member;
            parser.nextToken();
            members.put(name, value(member, cursor));
            cursor.path = path;
        }
        return new Parsed.Members(place, members);
    }

    private Parsed.Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Parsed.Place place(TokenStreamLocation location) {
        return new Parsed.Place(location.getLineNr(), location.getColumnNr());
    }

    private static InvalidRequestException refused(JacksonException e, Cursor cursor, String text) {
        Path path = cursor.path;
        TokenStreamLocation location = e.getLocation();
        String at = location == null ? ", after " + cursor.place : ", at " + place(location);
        if (e instanceof StreamConstraintsException) {
            return new InvalidRequestException(
                    path.toString(),
                    "too much" + at,
                    "allowed: " + DEEPEST + " levels, texts of " + LONGEST_TEXT + " characters, names of "
                            + LONGEST_NAME + " characters, numbers of " + LONGEST_NUMBER + " digits");
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new InvalidRequestException(path.toString(), "ends too early" + at, "give the whole document");
        }
        return new InvalidRequestException(
                path.toString(), "not JSON" + at + near(location, text), "give JSON as in RFC 8259");
    }

    /** A piece of the document around a place. The parser's own messages advise on how to configure it. */
    private static String near(@Nullable TokenStreamLocation location, String text) {
        if (location == null || location.getCharOffset() < 0 || location.getCharOffset() > text.length()) {
            return "";
        }
        int offset = (int) location.getCharOffset();
        return ", near "
                + Parsed.quoted(text.substring(Math.max(0, offset - 15), Math.min(text.length(), offset + 15)));
    }
}
