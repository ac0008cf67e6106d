package org.riderrules.engine.drools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.drools.accumulate.Functions;

/**
 * Puts our own accumulate functions in the place of those that Drools would take for the same names: those round, or
 * depend on the order of facts.
 */
final class AccumulateNames {
    private final Deque<String> names;

    private AccumulateNames(List<String> names) {
        this.names = new ArrayDeque<>(names);
    }

    /** Renames the functions in the descriptors of a pack. */
    static void give(ParsedPack pack) {
        for (ParsedFile file : pack.files()) {
            for (RuleDescr descr : file.descr().getRules()) {
                pack.rules().stream()
                        .filter(rule -> rule.file().path().equals(file.source().path())
                                && rule.descr().getName().equals(descr.getName()))
                        .findFirst()
                        .ifPresent(rule -> new AccumulateNames(rule.functions()).visit(descr.getLhs()));
            }
        }
    }

    /** In the order in which {@link RuleReader} met the calls. */
    private void visit(@Nullable Object descr) {
        if (descr instanceof PatternDescr pattern) {
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                visit(accumulate.getInput());
                rename(accumulate.getFunctions());
            }
        } else if (descr instanceof ConditionalElementDescr group) {
            group.getDescrs().forEach(this::visit);
        }
    }

    private void rename(List<AccumulateDescr.AccumulateFunctionCallDescr> calls) {
        for (int i = 0; i < calls.size() && !names.isEmpty(); i++) {
            AccumulateDescr.AccumulateFunctionCallDescr call = calls.get(i);
            String name = names.remove();
            if (Functions.byName().containsKey(name)) {
                calls.set(
                        i,
                        new AccumulateDescr.AccumulateFunctionCallDescr(
                                name, call.getBind(), call.isUnification(), call.getParams()));
            }
        }
    }
}
