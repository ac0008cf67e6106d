package org.riderrules.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.riderrules.api.fact.Fact;
import org.riderrules.engine.pack.FactFields;
import org.riderrules.engine.pack.Withhold;

/**
 * Blanks what a market does not let rules read. What a rule never sees it cannot use: this is how a decision proves
 * that, say, refusing orders was not held against a rider.
 *
 * @param applied what applies to the request
 */
record Withholding(List<Withhold> applied) {

    static Withholding of(List<Withhold> declared, String market, LocalDate asOf) {
        return new Withholding(declared.stream()
                .filter(withhold -> withhold.appliesTo(market, asOf))
                .toList());
    }

    List<Fact> apply(List<Fact> facts) {
        if (applied.isEmpty()) {
            return facts;
        }
        List<Fact> seen = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            Set<String> fields = new HashSet<>();
            for (Withhold withhold : applied) {
                if (withhold.fact().equals(fact.getClass().getSimpleName())
                        && FactFields.value(fact, withhold.field()) != null) {
                    fields.add(withhold.field());
                }
            }
            seen.add(fields.isEmpty() ? fact : FactFields.blanked(fact, fields));
        }
        return seen;
    }

    /** For the provenance: each withheld field with the law or agreement that says so. */
    List<String> described() {
        return applied.stream()
                .map(withhold -> withhold.fact() + "." + withhold.field() + " (" + withhold.source() + ")")
                .sorted()
                .toList();
    }
}
