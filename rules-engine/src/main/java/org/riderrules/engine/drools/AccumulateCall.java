package org.riderrules.engine.drools;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the parameter of an accumulate function stands; Drools' parser keeps its text only.
 *
 * @param start where it begins, from 0
 * @param end behind its last character
 * @param empty whether there is none
 */
record AccumulateCall(int start, int end, boolean empty) {

    /** Finds the first call of a function in a stretch of text. */
    static AccumulateCall find(SourceText file, String function, int from, int to) {
        Matcher call = Pattern.compile("(?<![\\w$])" + Pattern.quote(function) + "\\s*\\(")
                .matcher(file.text());
        call.region(Math.max(0, from), Math.min(file.text().length(), to + 1)).useTransparentBounds(true);
        if (!call.find()) {
            return new AccumulateCall(from, from, true);
        }
        int depth = 1;
        int last = call.end();
        for (Token token :
                Tokens.of(file.text(), call.end(), Math.min(file.text().length(), to + 1))) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            last = token.offset();
            if (depth == 0) {
                break;
            }
        }
        return new AccumulateCall(call.end(), last, file.part(call.end(), last).isBlank());
    }
}
