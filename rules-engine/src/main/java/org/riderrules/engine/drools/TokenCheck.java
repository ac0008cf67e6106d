package org.riderrules.engine.drools;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.drools.drl.parser.DrlParser;
import org.riderrules.api.error.PackProblem;

/**
 * Every name of a condition must survive in what Drools' expression parser makes of it. That parser silently drops what
 * it does not understand, a ternary for instance, and the rest then means something else.
 */
final class TokenCheck {
    private static final Set<String> WORDS = Set.of("in", "not", "contains", "memberOf");

    private TokenCheck() {}

    /** Checks the constraints of one rule. */
    static void check(ParsedRule rule, Problems problems) {
        for (PatternRead pattern : rule.description().patterns()) {
            for (Constraint constraint : pattern.constraints()) {
                constraint(rule, constraint, problems);
            }
        }
    }

    private static void constraint(ParsedRule rule, Constraint constraint, Problems problems) {
        Set<String> lost = names(constraint.text());
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(DrlParser.DEFAULT_LANGUAGE_LEVEL);
        ConstraintConnectiveDescr tree = parser.parse(constraint.text());
        lost.removeAll(tree == null ? Set.of() : names(text(tree)));
        lost.removeAll(WORDS);
        if (!lost.isEmpty() || tree == null || parser.hasErrors()) {
            problems.add(new PackProblem(
                    "ternary-dropped",
                    rule.file().path(),
                    constraint.line(),
                    constraint.column(),
                    rule.description().name(),
                    "Drools does not understand all of \"" + constraint.text() + "\"; it loses "
                            + String.join(", ", lost),
                    "write simple comparisons, joined with && and ||"));
        }
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        for (Token token : Tokens.of(text, 0, text.length())) {
            if (token.kind() == Token.Kind.NAME) {
                names.add(token.text());
            }
        }
        return names;
    }

    private static String text(Object descr) {
        if (descr instanceof ConstraintConnectiveDescr group) {
            return group.getDescrs().stream().map(TokenCheck::text).collect(Collectors.joining(" "));
        }
        if (descr instanceof RelationalExprDescr relation) {
            return text(relation.getLeft()) + " " + relation.getOperator() + " " + text(relation.getRight());
        }
        if (descr instanceof BindingDescr binding) {
            return binding.getVariable() + " " + binding.getExpression();
        }
        return descr instanceof AtomicExprDescr atom ? atom.getExpression() : "";
    }
}
