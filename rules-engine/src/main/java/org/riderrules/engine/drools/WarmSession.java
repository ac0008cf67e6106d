package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Fact;
import org.riderrules.engine.pack.Table;

/**
 * A session that holds the rows of one selection and, while it runs, the facts of one request. Not thread-safe; whoever
 * has borrowed it has it alone.
 *
 * <p>Between requests nothing but rows is in it. Every rule matches at least one thing that is not a row (see
 * {@link Anchor}), so no match outlives its request, and a run in a used session is a run in a new one.
 */
final class WarmSession {
    /** The focus is a stack: what is put on it last runs first. */
    private static final List<Stage> LAST_FIRST = List.of(Stage.DECIDE, Stage.QUALIFY, Stage.DERIVE);

    private final KieSession session;
    private final Meter meter;
    private final FiringLog log;
    private final long rows;

    WarmSession(KieBase kieBase, Map<String, PreparedRule> rules, Meter meter, RowSet rowSet) {
        session = kieBase.newKieSession();
        this.meter = meter;
        MeteredJoin.use(session, meter);
        log = new FiringLog(rules, meter);
        session.addEventListener((AgendaEventListener) log);
        session.addEventListener((RuleRuntimeEventListener) log);
        for (Table.Row row : rowSet.rows()) {
            session.insert(row.instance());
        }
        rows = session.getFactCount();
    }

    /** What its runs use. */
    Meter meter() {
        return meter;
    }

    /** Inserts what the question has, fires the stages in order, and reads the evidence. */
    Run run(Question question) {
        meter.begin(question.limits());
        List<FactHandle> handles = new ArrayList<>();
        handles.add(session.insert(question.asOf()));
        for (Fact fact : question.facts()) {
            handles.add(session.insert(fact));
            // Now, not all of them when firing begins, so that the clock is looked at in between.
            ((InternalWorkingMemory) session).flushPropagations();
            meter.given(handles.size());
        }
        for (Evidence.OutcomeUsed earlier : question.earlier()) {
            handles.add(session.insert(earlier.outcome()));
        }
        log.begin(handles);
        fire();
        return new EvidenceTree(question, meter).read(log.firings());
    }

    /**
     * Removes everything but the rows; false when that did not work, and the session must not be used again. It may use
     * as much again as the run did, and no more time.
     */
    boolean wipe(Limits limits) {
        meter.begin(limits);
        List<FactHandle> handles = log.end();
        try {
            for (int i = handles.size() - 1; i >= 0; i--) {
                session.delete(handles.get(i));
            }
            return fire() == 0 && session.getFactCount() == rows;
        } catch (BudgetExceededException tooMuch) {
            // The run itself is over and stands; a new session costs less than going on.
            return false;
        } finally {
            meter.end();
        }
    }

    void dispose() {
        session.dispose();
    }

    private int fire() {
        for (Stage stage : LAST_FIRST) {
            session.getAgenda().getAgendaGroup(stage.agendaGroup()).setFocus();
        }
        return session.fireAllRules();
    }
}
