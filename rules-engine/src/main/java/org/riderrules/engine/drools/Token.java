package org.riderrules.engine.drools;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param text as written
 * @param offset where it begins in the text of its file, from 0
 */
record Token(Kind kind, String text, int offset) {

    /** What a token is. */
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    /** Whether this is the given symbol or word. */
    boolean is(String expected) {
        return kind != Kind.TEXT && text.equals(expected);
    }
}
