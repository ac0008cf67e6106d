package org.riderrules.engine.drools;

import java.util.List;

/** Finds a piece of generated code in the text of its rule, whatever the blanks. */
final class Snippets {
    private Snippets() {}

    /** The offset of the first snippet that stands in the rule; where the rule begins when none does. */
    static int find(ParsedRule rule, List<String> snippets) {
        int from = new RuleText(rule.file(), rule.descr()).conditionsStart();
        List<Token> text = Tokens.of(rule.file().text(), from, rule.end());
        for (String snippet : snippets) {
            int offset = find(text, Tokens.of(snippet, 0, snippet.length()));
            if (offset >= 0) {
                return offset;
            }
        }
        return rule.start();
    }

    private static int find(List<Token> text, List<Token> snippet) {
        int length = snippet.size() - 1;
        for (int at = 0; length > 0 && at + length < text.size(); at++) {
            if (matches(text, at, snippet, length)) {
                return text.get(at).offset();
            }
        }
        return -1;
    }

    private static boolean matches(List<Token> text, int at, List<Token> snippet, int length) {
        for (int i = 0; i < length; i++) {
            if (!text.get(at + i).text().equals(snippet.get(i).text())) {
                return false;
            }
        }
        return true;
    }
}
