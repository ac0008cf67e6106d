package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.riderrules.engine.drools.accumulate.Functions;
import org.riderrules.engine.language.Accumulation;

/** Reads one rule: its head, its patterns at any depth, what it inserts, and every field it reads on the way. */
final class RuleReader {
    private static final TypeRef NOTHING = new TypeRef("nothing", TypeRef.Kind.UNKNOWN, null);

    private final SourceText file;
    private final RuleDescr rule;
    private final TypeBook book;
    private final Problems problems;
    private final Set<String> bindings = new LinkedHashSet<>();
    private final List<PatternRead> patterns = new ArrayList<>();
    private final SortedSet<FieldRead> reads = new TreeSet<>();
    private final List<String> functions = new ArrayList<>();
    private @Nullable RuleInsert insert;

    private RuleReader(SourceText file, RuleDescr rule, TypeBook book, Problems problems) {
        this.file = file;
        this.rule = rule;
        this.book = book;
        this.problems = problems;
    }

    /** Reads a rule and tells what in it stands for nothing or lies outside the language. */
    static ParsedRule read(SourceText file, RuleDescr rule, TypeBook book, Problems problems) {
        RuleReader reader = new RuleReader(file, rule, book, problems);
        RuleDescription description = reader.describe();
        return new ParsedRule(file, rule, description, reader.insert, reader.functions);
    }

    private RuleDescription describe() {
        RuleText text = new RuleText(file, rule);
        Scope scope = new Scope();
        visit(rule.getLhs(), Quantifier.POSITIVE, scope);
        int then = text.consequenceStart();
        TypeRef inserted = NOTHING;
        List<Expression> arguments = List.of();
        try {
            ExpressionParser.Insert written = ExpressionParser.insert(file, then, text.consequenceEnd());
            inserted = book.type(written.type());
            arguments = written.arguments();
            insert = new RuleInsert(written.typeOffset(), values(arguments, scope));
        } catch (LanguageException e) {
            e.tell(problems, file, rule.getName());
        }
        String id = Objects.requireNonNullElse(text.annotation("id"), "");
        String group = rule.getAttributes().containsKey("agenda-group")
                ? rule.getAttributes().get("agenda-group").getValue()
                : "";
        Stage stage = Stage.of(group);
        return new RuleDescription(
                id,
                rule.getName(),
                Objects.requireNonNullElse(text.annotation("reason"), id),
                Objects.requireNonNullElse(text.annotation("source"), ""),
                text.comment(),
                file.path(),
                file.line(rule.getStartCharacter()),
                stage == null ? Stage.DERIVE : stage,
                List.copyOf(bindings),
                patterns,
                inserted,
                file.line(then),
                arguments,
                reads);
    }

    private List<RuleInsert.Argument> values(List<Expression> arguments, Scope scope) {
        ValueReads right = reads(scope, null, new PatternFields());
        return arguments.stream()
                .map(argument -> new RuleInsert.Argument(
                        argument, right.read(argument, FieldRead.How.INSERTED).type()))
                .toList();
    }

    private ValueReads reads(Scope scope, @Nullable TypeRef pattern, PatternFields own) {
        return new ValueReads(
                book,
                scope,
                pattern,
                own,
                reads,
                (code, offset, what, mend) -> problems.add(code, file, offset, rule.getName(), what, mend));
    }

    private void visit(@Nullable BaseDescr descr, Quantifier quantifier, Scope scope) {
        if (descr instanceof PatternDescr pattern) {
            pattern(pattern, quantifier, scope);
        } else if (descr instanceof NotDescr not) {
            children(not, Quantifier.NEGATED, scope.inner());
        } else if (descr instanceof ExistsDescr exists) {
            children(exists, Quantifier.EXISTS, scope.inner());
        } else if (descr instanceof ForallDescr forall) {
            children(forall, Quantifier.FORALL, scope.inner());
        } else if (descr instanceof ConditionalElementDescr group) {
            children(group, quantifier, scope);
        }
        // What remains, such as eval, is outside the language and told by LanguageCheck.
    }

    private void children(ConditionalElementDescr group, Quantifier quantifier, Scope scope) {
        for (Object child : group.getDescrs()) {
            visit((BaseDescr) child, quantifier, scope);
        }
    }

    private void pattern(PatternDescr pattern, Quantifier quantifier, Scope scope) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            accumulate(accumulate, scope);
            // Of "Number( ... ) from accumulate" the number's own constraints are not read: it is refused as a whole.
            if (accumulate.getStartCharacter() <= pattern.getStartCharacter()) {
                constraints(pattern, null, new PatternFields(), scope);
            }
            return;
        }
        if (pattern.getSource() instanceof CollectDescr collect) {
            visit(collect.getInputPattern(), Quantifier.ACCUMULATE, scope.inner());
        }
        TypeRef type = book.type(pattern.getObjectType());
        if (type.kind() == TypeRef.Kind.UNKNOWN && pattern.getSource() == null && book.complete()) {
            problems.add(
                    "unknown-type",
                    file,
                    typeOffset(pattern),
                    rule.getName(),
                    "there is no type " + type.name() + " that a pattern can ask for",
                    Suggestion.among(type.name(), book.patternTypeNames()));
        }
        PatternFields own = new PatternFields();
        @Nullable String binding = bound(pattern.getIdentifier());
        if (binding != null) {
            bind(binding, new Scope.OfFact(type), scope);
        }
        List<Constraint> constraints = constraints(pattern, type, own, scope);
        int start = pattern.getStartCharacter();
        patterns.add(new PatternRead(
                type, binding, quantifier, file.line(start), file.column(start), constraints, own.all()));
    }

    private int typeOffset(PatternDescr pattern) {
        String text = file.part(pattern.getStartCharacter(), pattern.getEndCharacter() + 1);
        int colon = pattern.getIdentifier() == null ? -1 : text.indexOf(':');
        return pattern.getStartCharacter() + Math.max(0, text.indexOf(pattern.getObjectType(), colon + 1));
    }

    private static @Nullable String bound(@Nullable String identifier) {
        return identifier == null || identifier.isEmpty() ? null : identifier;
    }

    private void bind(String name, Scope.Binding binding, Scope scope) {
        scope.bind(name, binding);
        bindings.add(name);
    }

    private List<Constraint> constraints(PatternDescr pattern, @Nullable TypeRef type, PatternFields own, Scope scope) {
        List<Constraint> constraints = new ArrayList<>();
        ConstraintReads reader = new ConstraintReads(reads(scope, type, own));
        for (Object child : pattern.getConstraint().getDescrs()) {
            if (child instanceof ExprConstraintDescr constraint) {
                constraint(constraint, reader, constraints);
            }
        }
        return constraints;
    }

    private void constraint(ExprConstraintDescr constraint, ConstraintReads reader, List<Constraint> into) {
        int start = constraint.getStartCharacter();
        int end = constraint.getEndCharacter() + 1;
        try {
            ExpressionParser.Parsed parsed = ExpressionParser.constraint(file, start, end);
            reader.read(parsed);
            if (parsed.binding() != null) {
                bindings.add(parsed.binding());
            }
            into.add(new Constraint(
                    file.part(start, end).strip(),
                    parsed.binding(),
                    parsed.expression(),
                    file.line(start),
                    file.column(start)));
        } catch (LanguageException e) {
            e.tell(problems, file, rule.getName());
        }
    }

    private void accumulate(AccumulateDescr accumulate, Scope scope) {
        Scope inner = scope.inner();
        visit(accumulate.getInput(), Quantifier.ACCUMULATE, inner);
        int from = accumulate.getInput() == null
                ? accumulate.getStartCharacter()
                : accumulate.getInput().getEndCharacter();
        for (AccumulateDescr.AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            AccumulateCall call = AccumulateCall.find(file, function.getFunction(), from, accumulate.getEndCharacter());
            from = call.end();
            Scope.OfValue result = result(function, call, inner);
            String name = bound(function.getBind());
            if (name != null) {
                bind(name, result, scope);
            }
        }
    }

    private Scope.OfValue result(
            AccumulateDescr.AccumulateFunctionCallDescr written, AccumulateCall call, Scope inner) {
        Accumulation function = Accumulation.named(written.getFunction());
        if (function == null) {
            // Told by ConditionCheck.
            functions.add(written.getFunction());
            return new Scope.OfValue(Set.of(), null);
        }
        Value value = call.empty() ? Value.constant(null) : parameter(call, inner);
        Class<?> type = value.type();
        boolean fits = function.parameters().isEmpty()
                || type != null && function.parameters().contains(type);
        if (!fits && value != Value.UNKNOWN) {
            problems.add(
                    "accumulate-parameter",
                    file,
                    call.start(),
                    rule.getName(),
                    function.written() + " is not defined over " + (type == null ? "nothing" : ValueTypes.word(type)),
                    "bind a value in the pattern and hand on its name; " + function.written() + " takes one of "
                            + function.parameters().stream()
                                    .map(Class::getSimpleName)
                                    .collect(Collectors.joining(", ")));
        }
        functions.add(Functions.name(function, fits ? type : null));
        Class<?> result =
                function == Accumulation.COUNT ? Long.class : fits && type != null ? function.result(type) : null;
        return new Scope.OfValue(value.origins(), result);
    }

    private Value parameter(AccumulateCall call, Scope inner) {
        try {
            Expression parameter = ExpressionParser.value(file, call.start(), call.end());
            if (!(parameter instanceof Expression.Name)) {
                throw new LanguageException(
                        "accumulate-parameter",
                        parameter.offset(),
                        "an accumulate function takes a bound name, not a computation",
                        "bind the value in the pattern, for instance $value : field, and hand on $value");
            }
            return reads(inner, null, new PatternFields()).read(parameter, FieldRead.How.COMPUTED);
        } catch (LanguageException e) {
            e.tell(problems, file, rule.getName());
            return Value.UNKNOWN;
        }
    }
}
