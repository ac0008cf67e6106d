package org.riderrules.api.explain;

import java.util.List;
import org.riderrules.api.error.Require;
import org.riderrules.api.fact.Personal;

/**
 * By which policy, on which facts. Enough to decide the same again and to see whether anything was changed.
 *
 * @param pack the pack's id, for instance {@code tiering}
 * @param version the pack's version, from 1
 * @param packDigest {@code sha256:} and the hex digest of the pack's files
 * @param factsDigest {@code sha256:} and the hex digest of the canonical request: rider, market, capacity, scenario,
 *     as-of, facts in canonical order, and outcomes of earlier topics
 * @param engineVersion the version of the engine that decided
 * @param rowsUsed the table rows that some fired rule matched, by file and line
 * @param rulesFired the ids of the rules that fired, sorted; also those that led to no outcome
 * @param withheld fields that this market does not let rules read, and that were therefore blanked
 * @param invariantsChecked the invariants that were checked after firing
 */
public record Provenance(
        String pack,
        int version,
        String packDigest,
        @Personal String factsDigest,
        String engineVersion,
        List<TableRow> rowsUsed,
        List<String> rulesFired,
        List<String> withheld,
        List<String> invariantsChecked) {
    private static final String TYPE = "Provenance";

    /** Copies the lists. */
    public Provenance {
        Require.present(TYPE, "pack", pack);
        Require.present(TYPE, "packDigest", packDigest);
        Require.present(TYPE, "factsDigest", factsDigest);
        Require.present(TYPE, "engineVersion", engineVersion);
        rowsUsed = Require.items(TYPE, "rowsUsed", rowsUsed);
        rulesFired = Require.items(TYPE, "rulesFired", rulesFired);
        withheld = Require.items(TYPE, "withheld", withheld);
        invariantsChecked = Require.items(TYPE, "invariantsChecked", invariantsChecked);
    }
}
