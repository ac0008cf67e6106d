package org.riderrules.engine.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads one YAML 1.2 document with the place of every piece. Refuses what makes a file mean more than it shows:
 * anchors, aliases, tags, a key given twice, a second document. Not thread-safe; one for each file.
 */
final class YamlReader {
    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The document in {@code text}; null when it is empty.
     *
     * @throws Unreadable when it is not such a document, with the problem
     * @throws NoClassDefFoundError when the YAML reader is not on the class path
     */
    static @Nullable Yaml read(String file, String text) throws Unreadable {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return null;
            }
            YamlReader reader = new YamlReader(file, parser);
            Yaml document = reader.value();
            if (parser.nextToken() != null) {
                throw reader.refused("a second document", "one file is one list of cases; remove the line \"---\"");
            }
            return document;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw new Unreadable(PackProblem.at(
                    "case-yaml",
                    file,
                    place == null ? 0 : Math.max(0, place.getLineNr()),
                    place == null ? 0 : Math.max(0, place.getColumnNr()),
                    "this is not YAML: " + firstSentence(e.getOriginalMessage()),
                    "indent with spaces, and put a text that contains \": \" or \" #\" in quotes"));
        }
    }

    private Yaml value() throws Unreadable {
        JsonToken token = parser.currentToken();
        int line = line();
        int column = column();
        if (parser.getTypeId() != null) {
            throw refused("the tag !" + parser.getTypeId(), "write the value without it");
        }
        if (parser.getObjectId() != null) {
            throw refused("the anchor &" + parser.getObjectId(), "write the value out in each case");
        }
        if (isAlias()) {
            throw refused("the alias *" + parser.getString(), "write the value out in each case");
        }
        return switch (token) {
            case START_ARRAY -> {
                List<Yaml> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value());
                }
                yield new Yaml.Items(values, line, column);
            }
            case START_OBJECT -> entries(line, column);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Yaml.Kind.BOOLEAN, line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Yaml.Kind.NUMBER, line, column);
            case VALUE_NULL -> scalar(parser.getString().isEmpty() ? Yaml.Kind.EMPTY : Yaml.Kind.NULL, line, column);
            default -> scalar(Yaml.Kind.TEXT, line, column);
        };
    }

    private Yaml entries(int line, int column) throws Unreadable {
        Map<String, Yaml.Entry> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            int keyColumn = column();
            if (values.containsKey(key)) {
                throw refused("the key " + key + " for the second time", "give it once; several facts are a list");
            }
            parser.nextToken();
            values.put(key, new Yaml.Entry(key, value(), keyLine, keyColumn));
        }
        return new Yaml.Entries(Collections.unmodifiableMap(values), line, column);
    }

    private Yaml.Scalar scalar(Yaml.Kind kind, int line, int column) {
        return new Yaml.Scalar(parser.getString(), kind, line, column);
    }

    private boolean isAlias() {
        return parser instanceof tools.jackson.dataformat.yaml.YAMLParser yaml && yaml.isCurrentAlias();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    private Unreadable refused(String what, String mend) {
        return new Unreadable(PackProblem.at("case-yaml", file, line(), column(), "here stands " + what, mend));
    }

    private static String firstSentence(@Nullable String message) {
        if (message == null) {
            return "it cannot be read";
        }
        // The reader quotes the lines around the error; what it expected stands before the second "in reader".
        String text = message.replaceAll("(?m)^ in .*, line \\d+, column \\d+:\\R(?:    .*\\R?){1,2}", "");
        return text.strip().replaceAll("\\s*\\R\\s*", ": ");
    }

    /** The file is not a YAML document of the kind that cases need. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient PackProblem problem;

        Unreadable(PackProblem problem) {
            super(problem.what());
            this.problem = problem;
        }

        PackProblem problem() {
            return problem;
        }
    }
}
