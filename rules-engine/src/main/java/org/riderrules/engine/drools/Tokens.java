package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stretch of DRL into words; skips blanks and comments. */
final class Tokens {
    private static final Pattern BLANK = Pattern.compile("(?:\\s+|//[^\\n]*|/\\*.*?\\*/)+", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[a-zA-Z]*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'");
    private static final Pattern SYMBOL = Pattern.compile("==|!=|<=|>=|&&|\\|\\||:=|!\\.|->|[^\\s\\p{L}\\p{N}]");

    private Tokens() {}

    /** The words from {@code start}, included, to {@code end}, excluded; the last one is of kind END. */
    static List<Token> of(String text, int start, int end) {
        List<Token> tokens = new ArrayList<>();
        int at = skip(text, start, end);
        while (at < end) {
            Token token = next(text, at, end);
            tokens.add(token);
            at = skip(text, at + token.text().length(), end);
        }
        tokens.add(new Token(Token.Kind.END, "", end));
        return tokens;
    }

    private static int skip(String text, int at, int end) {
        Matcher blank = BLANK.matcher(text).region(at, end);
        return blank.lookingAt() ? blank.end() : at;
    }

    private static Token next(String text, int at, int end) {
        Matcher matcher = NAME.matcher(text).region(at, end);
        if (matcher.lookingAt()) {
            return new Token(Token.Kind.NAME, matcher.group(), at);
        }
        if (matcher.usePattern(NUMBER).lookingAt()) {
            return new Token(Token.Kind.NUMBER, matcher.group(), at);
        }
        if (matcher.usePattern(TEXT).lookingAt()) {
            return new Token(Token.Kind.TEXT, matcher.group(), at);
        }
        return matcher.usePattern(SYMBOL).lookingAt()
                ? new Token(Token.Kind.SYMBOL, matcher.group(), at)
                : new Token(Token.Kind.SYMBOL, text.substring(at, at + 1), at);
    }
}
