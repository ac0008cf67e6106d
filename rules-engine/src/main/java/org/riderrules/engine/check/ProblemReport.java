package org.riderrules.engine.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riderrules.api.error.PackProblem;
import org.riderrules.engine.json.CanonicalJson;

/**
 * What is wrong with the packs of one source, in a form for people or for machines. Immutable, thread-safe.
 *
 * @param root the folder above the topics; the paths of problems are relative to it
 * @param version the version of the engine that looked
 * @param problems what was found; sorted by place, each once
 */
public record ProblemReport(URI root, String version, List<PackProblem> problems) {
    private static final String SARIF = "2.1.0";
    private static final String BASE = "PACKS";

    /** Sorts {@code problems}, and drops what was told twice. */
    public ProblemReport {
        problems = problems.stream().sorted().distinct().toList();
    }

    /** How a report is written. */
    public enum Format {
        /** Two lines for each problem, for people and editors; not to be parsed further than {@code file:line:column}. */
        TEXT,
        /** One object: {@code problems}, each with the components of {@link PackProblem}. Canonical, on one line. */
        JSON,
        /** SARIF 2.1.0, as code hosts and editors read it. Canonical, on one line. */
        SARIF
    }

    /** The report in a form; ends with a line feed unless it is empty. */
    public String written(Format format) {
        return switch (format) {
            case TEXT -> text();
            case JSON -> CanonicalJson.text(Map.of("problems", problems)) + "\n";
            case SARIF -> CanonicalJson.text(sarif()) + "\n";
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    private Map<String, Object> sarif() {
        Map<String, Object> driver = Map.of(
                "name",
                "rules",
                "version",
                version,
                "rules",
                problems.stream()
                        .map(PackProblem::code)
                        .distinct()
                        .sorted()
                        .map(code -> Map.of("id", code))
                        .toList());
        Map<String, Object> run = Map.of(
                "tool", Map.of("driver", driver),
                "originalUriBaseIds", Map.of(BASE, Map.of("uri", root.toString())),
                "columnKind", "utf16CodeUnits",
                "results", problems.stream().map(ProblemReport::result).toList());
        return Map.of(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", SARIF, "runs", List.of(run));
    }

    private static Map<String, Object> result(PackProblem problem) {
        Map<String, Object> place = new TreeMap<>();
        place.put("artifactLocation", Map.of("uri", relative(problem.file()), "uriBaseId", BASE));
        if (problem.line() > 0) {
            Map<String, Object> region = new TreeMap<>();
            region.put("startLine", problem.line());
            if (problem.column() > 0) {
                region.put("startColumn", problem.column());
            }
            place.put("region", region);
        }
        List<String> said = new ArrayList<>();
        if (problem.rule() != null) {
            said.add("Rule \"" + problem.rule() + "\".");
        }
        said.add(problem.what() + ".");
        said.add("To mend it: " + problem.mend() + ".");
        return Map.of(
                "ruleId", problem.code(),
                "level", "error",
                "message", Map.of("text", String.join(" ", said)),
                "locations", List.of(Map.of("physicalLocation", place)));
    }

    /** A path as a relative URI: blanks and the like are escaped. */
    private static String relative(String path) {
        try {
            return new URI(null, null, "/" + path, null).getRawPath().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }
}
