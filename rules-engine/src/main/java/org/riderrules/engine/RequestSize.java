package org.riderrules.engine;

import org.riderrules.api.DecisionRequest;
import org.riderrules.api.error.InvalidRequestException;
import org.riderrules.api.fact.Fact;
import org.riderrules.engine.budget.RunBudget;
import org.riderrules.engine.pack.FactFields;

/** How much a request may hold. What is too large is refused before any pack is asked, so no pack is blamed for it. */
final class RequestSize {
    private RequestSize() {}

    /** @throws InvalidRequestException when there are too many facts, or too many elements in their lists */
    static void check(DecisionRequest request, RunBudget budget) {
        if (request.facts().size() > budget.facts()) {
            throw tooMuch(request.facts().size() + " facts", budget.facts());
        }
        long elements = 0;
        for (Fact fact : request.facts()) {
            elements += FactFields.elements(fact);
        }
        if (elements > budget.factElements()) {
            throw tooMuch(elements + " elements in the lists of its facts", budget.factElements());
        }
    }

    private static InvalidRequestException tooMuch(String what, int allowed) {
        return new InvalidRequestException(
                "facts",
                "the request has " + what + "; allowed are " + allowed,
                "give what the topics need, or let the host set larger Budgets");
    }
}
