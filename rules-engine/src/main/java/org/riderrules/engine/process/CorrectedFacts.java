package org.riderrules.engine.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.fact.Appeal;
import org.riderrules.api.fact.EarlierDecision;
import org.riderrules.api.fact.Fact;
import org.riderrules.api.fact.PerformanceWindow;
import org.riderrules.api.fact.Topic;
import org.riderrules.api.fact.Violation;
import org.riderrules.api.fact.ViolationStatus;
import org.riderrules.api.outcome.DeductionAssessed;
import org.riderrules.api.outcome.IncentivePayable;
import org.riderrules.api.outcome.Outcome;
import org.riderrules.api.outcome.Penalty;
import org.riderrules.api.outcome.PointsAssessed;
import org.riderrules.api.outcome.PointsInForce;
import org.riderrules.api.outcome.TierAssigned;

/**
 * The facts of earlier requests as they are known after a correction: a withdrawn violation counts for nothing, and what
 * an affected decision gave is what its successor gives. Not thread-safe: one for each correction.
 */
final class CorrectedFacts {
    private final @Nullable String violation;
    private final @Nullable Violation known;
    private final Map<String, Replaced> replaced = new LinkedHashMap<>();

    /**
     * A decision and its successor.
     *
     * @param topic what both decide
     * @param asOf on which day
     * @param before what the one gave
     * @param by the id of the other
     * @param after what the other gave
     */
    private record Replaced(Topic topic, LocalDate asOf, List<Outcome> before, String by, List<Outcome> after) {}

    /**
     * @param violation the violation that counts for nothing; null = none
     * @param known what is known of it; null = nothing
     */
    CorrectedFacts(@Nullable String violation, @Nullable Violation known) {
        this.violation = violation;
        this.known = known;
    }

    /** From now on, what the one decision gave is what the other gives. */
    void replace(History.Standing one, String by, List<Outcome> after) {
        replaced.put(
                one.id(),
                new Replaced(one.decision().topic(), one.call().request().asOf(), one.outcomes(), by, after));
    }

    /** How a fact is connected with what is corrected, in words; null = not at all. */
    @Nullable
    String link(Fact fact) {
        if (fact instanceof Violation each && each.id().equals(violation)
                || fact instanceof Appeal appeal && appeal.violationId().equals(violation)
                || fact instanceof EarlierDecision earlier
                        && violation != null
                        && violation.equals(earlier.violationId())) {
            return fact.identity();
        }
        return null;
    }

    /** The affected decision of which a fact is an outcome; null = none. */
    @Nullable
    String source(Fact fact) {
        if (fact instanceof EarlierDecision earlier) {
            for (Map.Entry<String, Replaced> each : replaced.entrySet()) {
                if (isFrom(earlier, each.getKey(), each.getValue())) {
                    return each.getKey();
                }
            }
        }
        return null;
    }

    /** The host's reference is the decision's id; or, where it keeps references of its own, everything else agrees. */
    private static boolean isFrom(EarlierDecision earlier, String id, Replaced decision) {
        return earlier.reference().equals(id)
                || earlier.topic().equals(decision.topic())
                        && earlier.decidedOn().equals(decision.asOf())
                        && decision.before().stream()
                                .anyMatch(outcome -> name(outcome).equals(earlier.outcome())
                                        && outcome.code().equals(earlier.code())
                                        && (earlier.violationId() == null
                                                || earlier.violationId().equals(violationOf(outcome))));
    }

    /** Whether the violation lies in the window, as far as its day is known. */
    boolean covers(Fact fact) {
        return known != null
                && fact instanceof PerformanceWindow window
                && !known.occurredOn().isBefore(window.periodFrom())
                && known.occurredOn().isBefore(window.periodUntil());
    }

    /** The facts of a request as they are known now. */
    List<Fact> of(List<Fact> facts) {
        List<Fact> corrected = new ArrayList<>();
        boolean names = false;
        boolean given = false;
        for (Fact fact : facts) {
            if (fact instanceof Violation each && each.id().equals(violation)) {
                given = true;
                corrected.add(overturned(each));
            } else if (fact instanceof EarlierDecision earlier && source(fact) != null) {
                Fact now = now(earlier);
                if (now != null) {
                    corrected.add(now);
                }
            } else {
                names |= link(fact) != null;
                corrected.add(fact);
            }
        }
        // What is left of the violation is withdrawn by the violation itself, so that the pack says what that means.
        if (names && !given && known != null) {
            corrected.add(overturned(known));
        }
        return corrected;
    }

    private static Violation overturned(Violation violation) {
        return new Violation(
                violation.id(),
                violation.code(),
                violation.occurredOn(),
                ViolationStatus.OVERTURNED,
                violation.reportedOn(),
                violation.severity(),
                violation.orderId(),
                violation.minutesLate(),
                violation.evidence());
    }

    /** What the successor says in its place; null = nothing any more. */
    private @Nullable EarlierDecision now(EarlierDecision earlier) {
        String id = source(earlier);
        Replaced by = id == null ? null : replaced.get(id);
        if (by == null) {
            return earlier;
        }
        for (Outcome outcome : by.after()) {
            if (name(outcome).equals(earlier.outcome()) && isTheSameMatter(earlier, outcome)) {
                return with(earlier, earlier.reference().equals(id) ? by.by() : earlier.reference(), outcome);
            }
        }
        return null;
    }

    private static boolean isTheSameMatter(EarlierDecision earlier, Outcome outcome) {
        if (outcome instanceof Penalty penalty) {
            return penalty.violationId().equals(earlier.violationId());
        }
        return outcome instanceof TierAssigned
                || outcome instanceof PointsInForce
                || outcome instanceof IncentivePayable
                || outcome.code().equals(earlier.code());
    }

    private static EarlierDecision with(EarlierDecision earlier, String reference, Outcome outcome) {
        TierAssigned tier = outcome instanceof TierAssigned assigned ? assigned : null;
        LocalDate from = outcome instanceof Penalty penalty ? penalty.validFrom() : earlier.validFrom();
        LocalDate until = outcome instanceof Penalty penalty ? penalty.validUntil() : earlier.validUntil();
        return new EarlierDecision(
                reference,
                earlier.topic(),
                earlier.outcome(),
                outcome.code(),
                earlier.decidedOn(),
                tier != null && earlier.detail() != null ? tier.movement().name() : earlier.detail(),
                tier != null && earlier.rank() != null ? Integer.valueOf(tier.rank()) : earlier.rank(),
                outcome instanceof PointsAssessed points
                        ? points.points()
                        : outcome instanceof PointsInForce inForce ? inForce.points() : earlier.points(),
                outcome instanceof DeductionAssessed deduction
                        ? deduction.amount()
                        : outcome instanceof IncentivePayable payable ? payable.amount() : earlier.amount(),
                outcome instanceof DeductionAssessed deduction
                        ? deduction.currency()
                        : outcome instanceof IncentivePayable payable ? payable.currency() : earlier.currency(),
                earlier.violationId(),
                tier != null ? tier.validFrom() : from,
                tier != null ? tier.validUntil() : until);
    }

    private static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }

    private static @Nullable String violationOf(Outcome outcome) {
        return outcome instanceof Penalty penalty ? penalty.violationId() : null;
    }
}
