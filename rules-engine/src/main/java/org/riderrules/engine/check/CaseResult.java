package org.riderrules.engine.check;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;

/**
 * How a case came out. Immutable, thread-safe.
 *
 * @param example the case
 * @param differences what came out differently, one sentence each; empty = passed
 * @param decision what was decided; null when nothing was
 */
public record CaseResult(
        Case example, List<String> differences, @Nullable Decision decision) {

    /** Copies {@code differences}. */
    public CaseResult {
        differences = List.copyOf(differences);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }

    /** For people: the place, the sentence, each difference, and the summary of the decision. Not to be parsed. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(example.where()).append(": ").append(example.name());
        if (passed()) {
            return text.append(": passed").toString();
        }
        for (String difference : differences) {
            text.append("\n  - ").append(difference);
        }
        if (decision != null) {
            text.append("\n  decided: ")
                    .append(decision.summary(Locale.ENGLISH).replace("\n", "\n    "))
                    .append("\n  rules behind it: ")
                    .append(decision.explanation().ruleIds());
        }
        return text.toString();
    }

    /**
     * How the decision came about, for its author: each outcome, the rules behind it with file and line, and what they
     * matched, indented by steps. Empty when nothing was decided. Not to be parsed.
     */
    public String trace() {
        return decision == null ? "" : Trace.of(decision);
    }
}
