package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.memorycompiler.CompilationProblem;

/** The way back from generated classes to rules. */
final class GeneratedNames {
    private static final Pattern CONDITION = Pattern.compile("PredicateInformation\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    private final Map<String, String> sources;

    /** @param sources the generated sources by path */
    GeneratedNames(Map<String, String> sources) {
        this.sources = sources;
    }

    /** Whether a generated file is made from a rule: it is the rule's own class, or that class names it. */
    boolean uses(ParsedRule rule, String path) {
        String simpleName = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
        Pattern head = Pattern.compile("D\\.rule\\(\"[^\"]*\",\\s*"
                + Pattern.quote(quoted(rule.description().name())));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            boolean candidate =
                    source.getKey().equals(path) || source.getValue().contains(simpleName);
            if (candidate && head.matcher(source.getValue()).find()) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What the compiler points at, first the closest; the text of the whole condition last. */
    List<String> snippets(String path, CompilationProblem error) {
        List<String> snippets = new ArrayList<>();
        String source = sources.getOrDefault(path, "");
        // The compiler in Drools gives offsets into the file as columns.
        int start = error.getStartColumn();
        int end = error.getEndColumn() + 1;
        if (start >= 0 && start < end && end <= source.length()) {
            snippets.add(source.substring(start, end));
        }
        snippets.addAll(Readable.quoted(error.getMessage()));
        Matcher condition = CONDITION.matcher(source);
        if (condition.find()) {
            snippets.add(condition.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return snippets;
    }
}
