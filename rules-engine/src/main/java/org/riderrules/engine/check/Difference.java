package org.riderrules.engine.check;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.Decision;
import org.riderrules.api.DecisionRequest;
import org.riderrules.api.fact.Topic;

/**
 * A request to which two engines give different answers. Immutable, thread-safe.
 *
 * @param request what was asked
 * @param first what the first engine said
 * @param second what the second engine said
 * @param found what differs, one sentence each; never empty
 */
public record Difference(DecisionRequest request, Answer first, Answer second, List<String> found) {

    /** Copies {@code found}. */
    public Difference {
        found = List.copyOf(found);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("two answers that do not differ: " + request);
        }
    }

    /**
     * A file of one case, ready for {@code cases/} of the pack: comments with both answers, the request, and what the
     * first engine decided as what must come out. It passes on the first engine.
     */
    public String caseFile() {
        StringBuilder text = new StringBuilder();
        found.forEach(each -> comment(text, each));
        comment(text, "the first: " + said(first));
        comment(text, "the second: " + said(second));
        Topic topic = topic();
        Answer kept = first.refused() == null ? first : second;
        @Nullable
        Decision decision = kept.decisions().stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst()
                .orElse(null);
        return text + CaseText.of("What " + topic + " decides here must not depend on how", request, topic, decision);
    }

    /** The topic the answers differ about; where several do, the first that was decided. */
    private Topic topic() {
        for (int i = 0;
                i < Math.min(first.decisions().size(), second.decisions().size());
                i++) {
            Answer one = new Answer(List.of(first.decisions().get(i)), null);
            Answer other = new Answer(List.of(second.decisions().get(i)), null);
            if (!AnswerComparison.differences(one, other).isEmpty()) {
                return first.decisions().get(i).topic();
            }
        }
        return request.topics().first();
    }

    private static String said(Answer answer) {
        return answer.refused() != null
                ? answer.refused()
                : answer.decisions().stream()
                        .map(decision -> decision.topic() + " v"
                                + decision.provenance().version() + " " + decision.outcomes() + " because "
                                + decision.explanation().ruleIds() + ", fired "
                                + decision.provenance().rulesFired())
                        .collect(Collectors.joining("\n"));
    }

    private static void comment(StringBuilder text, String words) {
        words.lines().forEach(line -> text.append("# ").append(line).append('\n'));
    }

    /** For people: what differs, and the case. Not to be parsed. */
    @Override
    public String toString() {
        return caseFile();
    }
}
