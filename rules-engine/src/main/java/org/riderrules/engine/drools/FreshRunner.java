package org.riderrules.engine.drools;

import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.riderrules.api.explain.Evidence;
import org.riderrules.engine.pack.Table;

/** Makes a new session for each question and inserts rows, facts and earlier outcomes in an order that means nothing. */
final class FreshRunner implements RuleRunner {
    private final String pack;
    private final KieBase kieBase;
    private final Map<String, PreparedRule> rules;
    private final Shuffle order;

    FreshRunner(String pack, KieBase kieBase, Map<String, PreparedRule> rules, Shuffle order) {
        this.pack = pack;
        this.kieBase = kieBase;
        this.rules = Map.copyOf(rules);
        this.order = order;
    }

    @Override
    public Run run(Question question) {
        List<Table.Row> rows = order.of(
                question.rows().rows(), row -> row.row().file() + row.row().line());
        RowSet shuffled = new RowSet(List.of(rows));
        Question asked = new Question(
                question.asOf(),
                shuffled,
                order.of(question.facts(), Object::toString),
                order.of(question.earlier(), Evidence.OutcomeUsed::toString),
                question.limits());
        WarmSession session = new WarmSession(kieBase, rules, new Meter(pack, rules), shuffled);
        try {
            return session.run(asked);
        } catch (RuntimeException failure) {
            throw SessionRunner.translated(failure, session);
        } finally {
            session.dispose();
        }
    }
}
