package org.riderrules.engine.drools;

import java.util.List;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.explain.Reason;
import org.riderrules.api.explain.RuleRef;

/**
 * A rule with all of its evidence that does not depend on a request.
 *
 * @param description what the rule reads and inserts
 * @param ref how explanations name it
 * @param reason its reason in every language
 * @param absences what it asks not to be there
 */
record PreparedRule(RuleDescription description, RuleRef ref, Reason reason, List<Evidence> absences) {

    static PreparedRule of(RuleDescription rule, Reason reason) {
        List<Evidence> absences = rule.patterns().stream()
                .filter(pattern -> pattern.quantifier() == Quantifier.NEGATED)
                .<Evidence>map(pattern -> new Evidence.NoneFound(pattern.type().name()))
                .distinct()
                .toList();
        RuleRef ref = new RuleRef(rule.id(), rule.name(), rule.source(), rule.file(), rule.line());
        return new PreparedRule(rule, ref, reason, absences);
    }
}
