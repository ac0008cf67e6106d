package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/** Hears every firing of a run and what it inserted, and has it counted; one for each session, run after run. */
final class FiringLog implements AgendaEventListener, RuleRuntimeEventListener {

    private final Map<String, PreparedRule> rules;
    private final Meter meter;
    private List<Firing> firings = new ArrayList<>();
    private List<FactHandle> handles = new ArrayList<>();
    private @Nullable Firing current;

    FiringLog(Map<String, PreparedRule> rules, Meter meter) {
        this.rules = rules;
        this.meter = meter;
    }

    /** A run begins; {@code handles} of what it has inserted so far, to which what rules insert is added. */
    void begin(List<FactHandle> handles) {
        this.firings = new ArrayList<>();
        this.handles = handles;
    }

    /** The run is over; returns the handles of everything that was inserted for it. */
    List<FactHandle> end() {
        List<FactHandle> all = handles;
        firings = new ArrayList<>();
        handles = new ArrayList<>();
        current = null;
        return all;
    }

    List<Firing> firings() {
        return firings;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Match match = event.getMatch();
        PreparedRule rule = rules.get(match.getRule().getName());
        if (rule == null) {
            throw new IllegalStateException(
                    "a rule fired that was not prepared: " + match.getRule().getName());
        }
        meter.firing(rule);
        current = new Firing(rule, match);
        firings.add(current);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        current = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (current != null) {
            current.insert(event.getObject());
            handles.add(event.getFactHandle());
            meter.insertion(event.getObject());
        }
    }

    @Override
    public void matchCreated(MatchCreatedEvent event) {}

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
