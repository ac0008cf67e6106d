package org.riderrules.engine.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.Require;
import org.riderrules.api.explain.TableRow;
import org.riderrules.api.fact.Personal;
import org.riderrules.api.fact.Topic;

/**
 * One decision as it is recorded: everything it said but the texts of its reasons, which stand in the pack that its
 * digest names. Rules, rows and facts are written once and referred to. Immutable, thread-safe.
 *
 * @param id the decision's id; null inside a record, where it stands beside the body because it depends on the place
 * @param topic what was decided
 * @param pack the pack's id
 * @param version the pack's version, from 1
 * @param packDigest {@code sha256:} and the hex digest of the pack's files
 * @param factsDigest {@code sha256:} and the hex digest of what was asked; sealed, because few facts could be guessed
 * @param outcomes the outcomes with what they rest on, in the decision's order
 * @param rules the rules that stand behind the outcomes, in the order of the explanation
 * @param rows the table rows that some fired rule matched, by file and line
 * @param rulesFired the ids of all rules that fired, sorted
 * @param withheld fields that the market does not let rules read
 * @param invariantsChecked the invariants that were checked after firing
 */
public record RecordedDecision(
        @Nullable String id,
        Topic topic,
        String pack,
        int version,
        String packDigest,
        @Personal String factsDigest,
        List<RecordedOutcome> outcomes,
        List<RecordedRule> rules,
        List<TableRow> rows,
        List<String> rulesFired,
        List<String> withheld,
        List<String> invariantsChecked) {
    private static final String TYPE = "RecordedDecision";

    /** Copies the lists. */
    public RecordedDecision {
        Require.present(TYPE, "topic", topic);
        Require.present(TYPE, "pack", pack);
        Require.present(TYPE, "packDigest", packDigest);
        Require.present(TYPE, "factsDigest", factsDigest);
        outcomes = Require.items(TYPE, "outcomes", outcomes);
        rules = Require.items(TYPE, "rules", rules);
        rows = Require.items(TYPE, "rows", rows);
        rulesFired = Require.items(TYPE, "rulesFired", rulesFired);
        withheld = Require.items(TYPE, "withheld", withheld);
        invariantsChecked = Require.items(TYPE, "invariantsChecked", invariantsChecked);
    }

    RecordedDecision withId(@Nullable String known) {
        return new RecordedDecision(
                known,
                topic,
                pack,
                version,
                packDigest,
                factsDigest,
                outcomes,
                rules,
                rows,
                rulesFired,
                withheld,
                invariantsChecked);
    }
}
