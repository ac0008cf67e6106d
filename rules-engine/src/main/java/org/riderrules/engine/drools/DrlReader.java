package org.riderrules.engine.drools;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.io.ByteArrayResource;
import org.jspecify.annotations.Nullable;

/** Step 1: text to descriptors. Tells every part that cannot be read, not only the first. */
final class DrlReader {
    private static final Pattern PART =
            Pattern.compile("^[ \\t]*(?:rule|query|declare|function)\\b.*$", Pattern.MULTILINE);
    private static final Pattern RULE_NAME = Pattern.compile("\\s*rule\\s+(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");
    private static final Pattern POSITION = Pattern.compile("^\\[ERR \\d+] Line \\d+:-?\\d+ ?");
    private static final Pattern IN_RULE =
            Pattern.compile(" in rule (?:\".*\"|\\S+)(?: in \\S+)?\\s*$", Pattern.DOTALL);

    private DrlReader() {}

    /** Reads one file; null when nothing of it can be read. Problems are told in either case. */
    static @Nullable ParsedFile read(SourceText source, BuildWatch watch, Problems problems) {
        String text = source.text();
        boolean whole = true;
        while (true) {
            watch.check();
            DrlParser parser = new DrlParser();
            @Nullable PackageDescr descr = parse(parser, source.path(), text);
            if (!parser.hasErrors() && descr != null) {
                return new ParsedFile(source, descr, whole);
            }
            int offset = tell(parser, source, text, problems);
            // Drools stops at the first error of a file. Without the part that has it, the rest can be read.
            @Nullable String rest = without(text, offset);
            if (rest == null) {
                return null;
            }
            text = rest;
            whole = false;
        }
    }

    private static @Nullable PackageDescr parse(DrlParser parser, String path, String text) {
        ByteArrayResource resource =
                new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
        resource.setSourcePath(path);
        try {
            return parser.parse(resource, text);
        } catch (DroolsParserException | RuntimeException e) {
            // Some malformed texts make the parser throw instead of reporting; both mean the same.
            return null;
        }
    }

    private static int tell(DrlParser parser, SourceText source, String text, Problems problems) {
        DroolsError error = parser.getErrors().stream()
                .filter(ParserError.class::isInstance)
                .findFirst()
                .orElse(null);
        int offset = error instanceof ParserError at ? offset(text, at.getRow(), at.getCol()) : -1;
        String message = error == null ? "the file cannot be read" : readable(error.getMessage());
        problems.add("parse-error", source, offset, ruleAt(text, offset), message, mend(message));
        return offset;
    }

    private static int offset(String text, int row, int column) {
        int at = 0;
        for (int line = 1; line < row; line++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return row < 1 ? text.length() : Math.min(text.length(), at + Math.max(0, column));
    }

    private static String readable(String message) {
        String plain =
                IN_RULE.matcher(POSITION.matcher(message).replaceFirst("")).replaceFirst("");
        return "this cannot be read as DRL: "
                + plain.replaceFirst("^no viable alternative at input ", "did not expect ")
                        .replaceFirst("^mismatched input ", "did not expect ")
                        .replaceFirst("'<eof>'", "the end of the file")
                        .replaceFirst("'<EOF>'", "the end of the file")
                        .strip();
    }

    private static String mend(String message) {
        return message.contains("'?'")
                ? "a condition has no ? and :; write two rules, or join two conditions with ||"
                : "look here and just before for a missing comma, parenthesis, quote, semicolon or end";
    }

    private static @Nullable String ruleAt(String text, int offset) {
        int start = startOfPart(text, offset);
        Matcher name = RULE_NAME.matcher(start < 0 ? "" : text.substring(start));
        if (!name.lookingAt()) {
            return null;
        }
        return name.group(1) != null ? name.group(1) : name.group(2) != null ? name.group(2) : name.group(3);
    }

    /** The text with the rule or declaration at the offset blanked out; null when the offset lies in none. */
    private static @Nullable String without(String text, int offset) {
        int start = startOfPart(text, offset);
        if (start < 0) {
            return null;
        }
        Matcher next = PART.matcher(text);
        int end = next.find(lineEnd(text, start)) ? next.start() : text.length();
        String blanks = text.substring(start, end).replaceAll("[^\\n]", " ");
        return text.substring(0, start) + blanks + text.substring(end);
    }

    private static int startOfPart(String text, int offset) {
        int start = -1;
        Matcher part = PART.matcher(text);
        while (part.find() && part.start() <= offset) {
            start = part.start();
        }
        return start;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
