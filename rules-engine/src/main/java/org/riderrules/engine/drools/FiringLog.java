package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.AgendaGroupPoppedEvent;
import org.kie.api.event.rule.AgendaGroupPushedEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.MatchCancelledEvent;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleFlowGroupActivatedEvent;
import org.kie.api.event.rule.RuleFlowGroupDeactivatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;
import org.riderrules.api.error.BudgetExceededException;
import org.riderrules.api.error.BudgetExceededException.Budget;

/** Hears every firing of one run: what it matched, what it bound, what it inserted. Watches the limits. */
final class FiringLog implements AgendaEventListener, RuleRuntimeEventListener {

    /**
     * One firing.
     *
     * @param rule the rule
     * @param matched what it matched, pattern by pattern, with what an accumulate consumed
     * @param names the names it bound
     * @param values what they stand for; taken at the time, because a session forgets
     * @param inserted what it inserted
     */
    record Firing(
            PreparedRule rule, List<Object> matched, List<String> names, List<Object> values, List<Object> inserted) {}

    private final String pack;
    private final Map<String, PreparedRule> rules;
    private final Limits limits;
    private final List<Firing> firings = new ArrayList<>();
    private @Nullable Firing current;

    FiringLog(String pack, Map<String, PreparedRule> rules, Limits limits) {
        this.pack = pack;
        this.rules = rules;
        this.limits = limits;
    }

    List<Firing> firings() {
        return firings;
    }

    String lastRule() {
        return firings.isEmpty()
                ? "none"
                : firings.get(firings.size() - 1).rule().ref().id();
    }

    @Override
    public void matchCreated(MatchCreatedEvent event) {
        watchTheClock();
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        watchTheClock();
        if (firings.size() >= limits.firings()) {
            throw new BudgetExceededException(pack, lastRule(), Budget.FIRINGS, limits.firings() + " firings");
        }
        Match match = event.getMatch();
        PreparedRule rule = rules.get(match.getRule().getName());
        if (rule == null) {
            throw new IllegalStateException(
                    "a rule fired that was not prepared: " + match.getRule().getName());
        }
        List<String> names = match.getDeclarationIds();
        List<Object> values = new ArrayList<>(names.size());
        for (String name : names) {
            values.add(match.getDeclarationValue(name));
        }
        current = new Firing(rule, matched(match), names, values, new ArrayList<>(1));
        firings.add(current);
    }

    /**
     * The facts and conclusions behind a match, in the order of its patterns. {@code getObjectsDeep()} of Drools has, for
     * an accumulate, the values it was given and not the facts they come from; so the tuples are walked here.
     */
    private static List<Object> matched(Match match) {
        List<Object> objects = new ArrayList<>();
        @Nullable TupleImpl tuple = (TupleImpl) match;
        while (tuple != null) {
            if (tuple.getContextObject() instanceof AccumulateNode.AccumulateContext) {
                consumed(tuple, objects);
            }
            if (tuple.getFactHandle() != null) {
                objects.add(tuple.getFactHandle().getObject());
            }
            tuple = tuple.getParent();
        }
        Collections.reverse(objects);
        return objects;
    }

    /** What an accumulate went over: each child of its tuple joins one fact, or one tuple of a subnetwork. */
    private static void consumed(TupleImpl accumulating, List<Object> objects) {
        int first = objects.size();
        @Nullable TupleImpl child = accumulating.getFirstChild();
        while (child != null) {
            TupleImpl joined = child.getRightParent();
            if (joined != null && joined.getFactHandle() != null) {
                objects.add(first, joined.getFactHandle().getObject());
            }
            child = child.getHandleNext();
        }
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        current = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (current != null) {
            current.inserted().add(event.getObject());
        }
    }

    private void watchTheClock() {
        if (limits.timeIsUp()) {
            throw new BudgetExceededException(
                    pack, lastRule(), Budget.DEADLINE, limits.deadline().toMillis() + " ms");
        }
    }

    @Override
    public void matchCancelled(MatchCancelledEvent event) {}

    @Override
    public void agendaGroupPopped(AgendaGroupPoppedEvent event) {}

    @Override
    public void agendaGroupPushed(AgendaGroupPushedEvent event) {}

    @Override
    public void beforeRuleFlowGroupActivated(RuleFlowGroupActivatedEvent event) {}

    @Override
    public void afterRuleFlowGroupActivated(RuleFlowGroupActivatedEvent event) {}

    @Override
    public void beforeRuleFlowGroupDeactivated(RuleFlowGroupDeactivatedEvent event) {}

    @Override
    public void afterRuleFlowGroupDeactivated(RuleFlowGroupDeactivatedEvent event) {}

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {}

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {}
}
