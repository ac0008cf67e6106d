package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.explain.Evidence;
import org.riderrules.api.fact.Fact;
import org.riderrules.engine.pack.Table;

/** A session for each run, from one immutable rule base. */
final class SessionRunner implements RuleRunner {
    /** The focus is a stack: what is put on it last runs first. */
    private static final List<Stage> LAST_FIRST = List.of(Stage.DECIDE, Stage.QUALIFY, Stage.DERIVE);

    private final String pack;
    private final KieBase kieBase;
    private final Map<String, PreparedRule> rules;

    /**
     * @param pack pack and version, for messages
     * @param rules the prepared rules by their sentence, which is their name in Drools
     */
    SessionRunner(String pack, KieBase kieBase, Map<String, PreparedRule> rules) {
        this.pack = pack;
        this.kieBase = kieBase;
        this.rules = Map.copyOf(rules);
    }

    @Override
    public Run run(Question question) {
        FiringLog log = new FiringLog(pack, rules, question.limits());
        KieSession session = kieBase.newKieSession();
        try {
            session.addEventListener((AgendaEventListener) log);
            insert(session, question);
            session.addEventListener((RuleRuntimeEventListener) log);
            for (Stage stage : LAST_FIRST) {
                session.getAgenda().getAgendaGroup(stage.agendaGroup()).setFocus();
            }
            session.fireAllRules();
        } catch (RuntimeException failure) {
            throw translated(failure, log);
        } finally {
            session.dispose();
        }
        return new EvidenceTree(question).read(log.firings());
    }

    private static void insert(KieSession session, Question question) {
        session.insert(question.asOf());
        for (Table.Row row : question.rows()) {
            session.insert(row.instance());
        }
        for (Fact fact : question.facts()) {
            session.insert(fact);
        }
        for (Evidence.OutcomeUsed earlier : question.earlier()) {
            session.insert(earlier.outcome());
        }
    }

    private static RuntimeException translated(RuntimeException failure, FiringLog log) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BudgetExceededException exceeded) {
                return exceeded;
            }
        }
        boolean rightHandSide = failure instanceof ConsequenceException;
        return new RuleFailedException(
                rightHandSide ? "rule " + log.lastRule() : "a condition, after rule " + log.lastRule(), failure);
    }
}
