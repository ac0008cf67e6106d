package org.riderrules.engine.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documentation comments of the API's sources, as plain text. */
final class JavadocOf {
    private static final Path SOURCES = Path.of("../rules-api/src/main/java");

    private JavadocOf() {}

    /** The first paragraph of the comment above a type. */
    static String type(Class<?> type) {
        String comment = comment(type);
        int end = comment.indexOf("@param");
        return plain((end < 0 ? comment : comment.substring(0, end)).split("<p>")[0]);
    }

    /** What the comment above a record says of its components. */
    static Map<String, String> components(Class<?> type) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher tag = Pattern.compile("@param (\\w+) (.*?)(?=@param|\\z)", Pattern.DOTALL)
                .matcher(comment(type));
        while (tag.find()) {
            found.put(tag.group(1), plain(tag.group(2)).replace("; null = ", "; left out = "));
        }
        return found;
    }

    /** What the comments of an enum say of its constants. */
    static Map<String, String> constants(Class<?> type) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher constant = Pattern.compile("/\\*\\* (.*?) \\*/\\s+([A-Z][A-Z_0-9]*)[,;(\\s]")
                .matcher(source(type));
        while (constant.find()) {
            found.put(constant.group(2), plain(constant.group(1)));
        }
        return found;
    }

    private static String comment(Class<?> type) {
        Matcher declaration = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                                + "(?:public )?(?:sealed )?(?:record|interface|enum) " + type.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(source(type));
        if (!declaration.find()) {
            throw new AssertionError("no comment above " + type.getName());
        }
        return declaration.group(1).replaceAll("(?m)^\\s*\\* ?", " ");
    }

    private static String source(Class<?> type) {
        Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        try {
            return Files.readString(SOURCES.resolve(outer.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) ([^{}]*(?:\\{[^{}]*}[^{}]*)*)}", "$1")
                .replaceAll("</?em>", "")
                .replaceAll("Immutable, thread-safe\\.|All \\w+ are immutable and thread-safe\\.", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
