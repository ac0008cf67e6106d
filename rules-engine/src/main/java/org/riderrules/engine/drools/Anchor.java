package org.riderrules.engine.drools;

import org.drools.drl.ast.descr.PatternDescr;
import org.riderrules.api.fact.AsOf;

/**
 * Ties every rule to its request. A rule that asks for rows alone is given one more pattern, the effective day: which
 * rows hold depends on it anyway. So each match holds something that leaves the session with the request, and a session
 * that keeps its rows keeps no match.
 */
final class Anchor {
    private Anchor() {}

    static void tie(ParsedPack pack) {
        for (ParsedRule rule : pack.rules()) {
            boolean tied = rule.description().patterns().stream()
                    .anyMatch(pattern -> pattern.quantifier() == Quantifier.POSITIVE
                            && pattern.type().kind() != TypeRef.Kind.TABLE);
            if (!tied) {
                rule.descr().getLhs().insertDescr(0, new PatternDescr(AsOf.class.getName()));
            }
        }
    }
}
