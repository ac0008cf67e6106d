package org.riderrules.engine.drools;

import java.util.List;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.AsOf;
import org.riderrules.api.fact.Fact;

/**
 * What one pack version is asked: everything its rules will see, in canonical order.
 *
 * @param asOf the effective day
 * @param rows the table rows in force
 * @param facts the host's facts, withheld fields blanked
 * @param earlier outcomes of the topics this one follows
 * @param limits what the run may use
 */
public record Question(AsOf asOf, RowSet rows, List<Fact> facts, List<Evidence.OutcomeUsed> earlier, Limits limits) {}
