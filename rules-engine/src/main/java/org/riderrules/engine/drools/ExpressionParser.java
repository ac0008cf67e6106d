package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions, values and inserts of a rule. Narrower than what Drools reads, on purpose: what this parser does
 * not understand is not part of the language of packs, and every name in the tree knows its place. (Drools' own parsers
 * keep no places within a condition.)
 */
final class ExpressionParser {
    private static final String LANGUAGE = "compare fields with ==, !=, <, <=, >, >=, in (...), contains or memberOf, "
            + "join conditions with && and ||, compute with + - * /, and call methods of facts and values";
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "memberOf");
    private static final String REPEAT = "repeat the field: a > 3 && a < 5";
    private static final Map<String, String> UNWANTED = Map.of(
            "<",
            REPEAT,
            ">",
            REPEAT,
            "<=",
            REPEAT,
            ">=",
            REPEAT,
            "matches",
            "list the allowed values with in (...)",
            "soundslike",
            "list the allowed values with in (...)",
            "str",
            "list the allowed values with in (...)",
            "new",
            "bind what you need in a pattern; new stands only in insert( new T( ... ) )",
            "instanceof",
            "name the type in the pattern");

    private final List<Token> tokens;
    private final String text;
    private int at;

    private ExpressionParser(SourceText file, int start, int end) {
        this.text = file.text();
        this.tokens = Tokens.of(text, start, end);
    }

    /** A condition with its optional binding. */
    record Parsed(@Nullable String binding, Expression expression) {}

    /** What the right-hand side inserts. */
    record Insert(String type, int typeOffset, List<Expression> arguments) {}

    /** Reads one constraint: {@code $x : field >= 3}. */
    static Parsed constraint(SourceText file, int start, int end) throws LanguageException {
        ExpressionParser parser = new ExpressionParser(file, start, end);
        @Nullable String binding = null;
        if (parser.peek().kind() == Token.Kind.NAME && parser.peek(1).is(":")) {
            binding = parser.next().text();
            parser.next();
        }
        Expression expression = parser.condition();
        parser.end();
        return new Parsed(binding, expression);
    }

    /** Reads a value, such as the parameter of an accumulate function. */
    static Expression value(SourceText file, int start, int end) throws LanguageException {
        ExpressionParser parser = new ExpressionParser(file, start, end);
        Expression expression = parser.condition();
        parser.end();
        return expression;
    }

    /** Reads the right-hand side: exactly {@code insert( new T( args ) );}. */
    static Insert insert(SourceText file, int start, int end) throws LanguageException {
        ExpressionParser parser = new ExpressionParser(file, start, end);
        parser.statement("insert");
        parser.statement("(");
        parser.statement("new");
        Token type = parser.peek();
        if (type.kind() != Token.Kind.NAME) {
            throw parser.notOneInsert(type);
        }
        parser.next();
        if (parser.peek().is(".")) {
            throw new LanguageException(
                    "consequence-not-one-insert",
                    type.offset(),
                    "the right-hand side names a type with its package",
                    "import the type and write its simple name");
        }
        parser.statement("(");
        List<Expression> arguments = parser.arguments();
        parser.statement(")");
        parser.statement(";");
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.notOneInsert(parser.peek());
        }
        return new Insert(type.text(), type.offset(), arguments);
    }

    private void statement(String expected) throws LanguageException {
        if (!peek().is(expected)) {
            throw notOneInsert(peek());
        }
        next();
    }

    private LanguageException notOneInsert(Token found) {
        String what = found.kind() == Token.Kind.END ? "it ends too early" : "it has \"" + found.text() + "\" here";
        return new LanguageException(
                "consequence-not-one-insert",
                found.offset(),
                "the right-hand side is not exactly one insert of one new object: " + what,
                "write exactly: insert( new T( ... ) ); if it needs more than that, it is two rules");
    }

    private Expression condition() throws LanguageException {
        return logical("||");
    }

    private Expression logical(String operator) throws LanguageException {
        boolean or = operator.equals("||");
        Expression first = or ? logical("&&") : comparison();
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (peek().is(operator)) {
            next();
            parts.add(or ? logical("&&") : comparison());
        }
        return parts.size() == 1 ? first : new Expression.Logical(first.offset(), operator, parts);
    }

    private Expression comparison() throws LanguageException {
        Expression left = sum();
        while (true) {
            Token operator = peek();
            boolean negated = operator.is("not") && (peek(1).is("in") || WORDS.contains(peek(1).text()));
            Token word = negated ? peek(1) : operator;
            if (word.is("in")) {
                skip(negated);
                next();
                expect("(");
                left = new Expression.Membership(left.offset(), negated, operator.offset(), left, arguments());
            } else if (operator.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(operator.text())
                    || word.kind() == Token.Kind.NAME && WORDS.contains(word.text())) {
                skip(negated);
                next();
                String written = (negated ? "not " : "") + word.text();
                left = new Expression.Comparison(left.offset(), written, operator.offset(), left, sum());
            } else {
                return left;
            }
        }
    }

    private void skip(boolean negated) {
        if (negated) {
            next();
        }
    }

    private Expression sum() throws LanguageException {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            String operator = next().text();
            left = new Expression.Arithmetic(left.offset(), operator, left, product());
        }
        return left;
    }

    private Expression product() throws LanguageException {
        Expression left = unary();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            String operator = next().text();
            left = new Expression.Arithmetic(left.offset(), operator, left, unary());
        }
        return left;
    }

    private Expression unary() throws LanguageException {
        if (peek().is("-") || peek().is("!")) {
            Token operator = next();
            return new Expression.Unary(operator.offset(), operator.text(), unary());
        }
        Expression left = primary();
        while (peek().is(".")) {
            next();
            Token name = peek();
            if (name.kind() != Token.Kind.NAME) {
                throw unexpected(name);
            }
            next();
            if (peek().is("(")) {
                next();
                left = new Expression.Call(left.offset(), left, name.text(), name.offset(), arguments());
            } else {
                left = new Expression.Access(left.offset(), left, name.text(), name.offset());
            }
        }
        return left;
    }

    private Expression primary() throws LanguageException {
        Token token = peek();
        return switch (token.kind()) {
            case TEXT -> text();
            case NUMBER -> number();
            case NAME -> name();
            case SYMBOL -> {
                if (!token.is("(")) {
                    throw unexpected(token);
                }
                next();
                Expression inner = condition();
                expect(")");
                yield inner;
            }
            case END -> throw unexpected(token);
        };
    }

    private Expression name() throws LanguageException {
        Token token = peek();
        String name = token.text();
        if (UNWANTED.containsKey(name)) {
            throw unexpected(token);
        }
        if (peek(1).is("(")) {
            throw new LanguageException(
                    "construct-not-allowed",
                    token.offset(),
                    "the call " + name + "(...) names no fact or value",
                    "call a method of a fact or a value, such as $fact.field(); functions are not part of the language");
        }
        return switch (name) {
            case "null" -> literal(Expression.Literal.Kind.NULL);
            case "true", "false" -> literal(Expression.Literal.Kind.BOOLEAN);
            default -> new Expression.Name(next().offset(), name);
        };
    }

    private Expression text() throws LanguageException {
        if (!peek().text().startsWith("\"")) {
            throw new LanguageException(
                    "construct-not-allowed",
                    peek().offset(),
                    "a text in single quotes is not part of the language",
                    "write it in double quotes");
        }
        return literal(Expression.Literal.Kind.TEXT);
    }

    private Expression number() throws LanguageException {
        String written = peek().text();
        if (written.matches("\\d+[lLI]?")) {
            return literal(Expression.Literal.Kind.INTEGER);
        }
        if (written.matches("\\d+(\\.\\d+)?B")) {
            return literal(Expression.Literal.Kind.DECIMAL);
        }
        if (written.matches("\\d+\\.\\d+([eE][+-]?\\d+)?[fFdD]?|\\d+[fFdD]")) {
            return literal(Expression.Literal.Kind.DOUBLE);
        }
        throw unexpected(peek());
    }

    private Expression literal(Expression.Literal.Kind kind) {
        Token token = next();
        return new Expression.Literal(token.offset(), kind, token.text());
    }

    /** Reads up to the closing parenthesis; the opening one is behind. */
    private List<Expression> arguments() throws LanguageException {
        List<Expression> arguments = new ArrayList<>();
        if (peek().is(")")) {
            next();
            return arguments;
        }
        while (true) {
            arguments.add(condition());
            if (peek().is(")")) {
                next();
                return arguments;
            }
            expect(",");
        }
    }

    private void expect(String symbol) throws LanguageException {
        if (!peek().is(symbol)) {
            throw unexpected(peek());
        }
        next();
    }

    private void end() throws LanguageException {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek());
        }
    }

    private LanguageException unexpected(Token token) {
        if (token.is("?")) {
            return new LanguageException(
                    "ternary-dropped",
                    token.offset(),
                    "the condition has a choice with ? and :, which Drools reads as something else",
                    "write two rules, or join two conditions with ||");
        }
        String what = token.kind() == Token.Kind.END ? "the expression ends too early" : "\"" + token.text() + "\"";
        return new LanguageException(
                "construct-not-allowed",
                Math.min(token.offset(), text.length()),
                what + (token.kind() == Token.Kind.END ? "" : " is not part of the language of packs here"),
                UNWANTED.getOrDefault(token.text(), LANGUAGE));
    }

    private Token peek() {
        return peek(0);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
