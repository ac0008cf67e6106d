package org.riderrules.engine.drools;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.ConsequenceException;
import org.riderrules.api.error.BudgetExceededException;

/**
 * Lends sessions to runs: making one and filling it with rows costs more than firing the rules. A session in which
 * anything went wrong is never lent again.
 */
final class SessionRunner implements RuleRunner {
    /** Idle sessions of one pack; when there are more, all are let go, so that yesterday's rows do not stay for ever. */
    private static final int MOST_IDLE = 64;

    private final String pack;
    private final KieBase kieBase;
    private final Map<String, PreparedRule> rules;
    private final Map<RowSet, Deque<WarmSession>> idle = new ConcurrentHashMap<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private volatile boolean keeping = true;

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
        WarmSession session = borrow(question.rows());
        boolean clean = false;
        try {
            Run run = session.run(question);
            clean = session.wipe(question.limits());
            return run;
        } catch (RuntimeException failure) {
            throw translated(failure, session);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            // What was being evaluated is unfinished and goes with its session; nothing else of the engine was touched.
            throw session.meter().exhausted(exhausted);
        } finally {
            if (clean) {
                giveBack(question.rows(), session);
            } else {
                session.dispose();
            }
        }
    }

    private WarmSession borrow(RowSet rows) {
        Deque<WarmSession> waiting = idle.get(rows);
        @Nullable WarmSession session = waiting == null ? null : waiting.pollFirst();
        if (session == null) {
            return new WarmSession(kieBase, rules, new Meter(pack, rules), rows);
        }
        idleCount.decrementAndGet();
        return session;
    }

    private void giveBack(RowSet rows, WarmSession session) {
        if (idleCount.incrementAndGet() > MOST_IDLE) {
            letAllGo();
        }
        idle.computeIfAbsent(rows, first -> new ConcurrentLinkedDeque<>()).addFirst(session);
        // Looked at after adding: either this run sees that none may wait, or who said so sees this session.
        if (!keeping) {
            letAllGo();
        }
    }

    @Override
    public void keepIdle(boolean keep) {
        keeping = keep;
        if (!keep) {
            letAllGo();
        }
    }

    private void letAllGo() {
        for (Deque<WarmSession> waiting : idle.values()) {
            @Nullable WarmSession session = waiting.pollFirst();
            while (session != null) {
                idleCount.decrementAndGet();
                session.dispose();
                session = waiting.pollFirst();
            }
        }
    }

    /** What a failure means: an exhausted budget, or a rule that failed. */
    static RuntimeException translated(RuntimeException failure, WarmSession session) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BudgetExceededException exceeded) {
                return exceeded;
            }
        }
        boolean rightHandSide = failure instanceof ConsequenceException;
        return new RuleFailedException(
                rightHandSide
                        ? "rule " + session.meter().lastRule()
                        : "a condition, after rule " + session.meter().lastRule(),
                failure);
    }
}
