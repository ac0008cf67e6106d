package org.riderrules.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the Java and Drools noise out of messages. */
final class Readable {
    static final String MEND = "compare the names, types and values here with the types of the vocabulary";

    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");
    private static final Pattern EXPRESSION = Pattern.compile("(?i)expression:? ([^\\n]+?):?\\s*$");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:Method|The method|The constructor|Unknown field|Unable to find class:|Unknown parameter in accumulate:)"
                    + " ([\\w$]+)|^([\\w$]+) cannot be resolved|For input string: \"([^\"]*)\"");
    private static final Pattern LAMBDA = Pattern.compile("\\b(?:Lambda|Rules|DomainClass)\\w*[0-9A-Fa-f]{20,}\\w*");

    private Readable() {}

    /** A sentence for the author. */
    static String message(String message) {
        String plain = QUALIFIER.matcher(message.strip()).replaceAll("");
        plain = plain.replaceFirst(
                        "^Unable to (?:parse left part of|Analyse) [Ee]xpression:? ", "this is not understood: ")
                .replaceFirst(" in the rule '.*'$| on rule '.*'\\.?$", "")
                .replaceFirst("^The constructor (\\w+)\\((.*)\\) is undefined$", "$1 cannot be made from ($2)")
                .replaceFirst("^The method (\\w+)\\(.*?\\) is undefined for the type (\\w+)$", "$2 has no method $1")
                .replaceFirst(
                        "^Method (\\w+) on class (\\w+) with arguments \\[(.*)] is missing$", "$2 has no method $1($3)")
                .replaceFirst("^Unknown field (\\w+) on class (\\w+)$", "$2 has no field $1")
                .replaceFirst("^([\\w$]+) cannot be resolved.*$", "nothing here is called $1")
                .replaceFirst("^Unknown parameter in accumulate: ", "nothing here is called ")
                .replaceFirst("^For input string: (.*)$", "$1 is not a number")
                .replaceAll("\\bclass (?=\\w)", "")
                .replaceAll(":$", "");
        return LAMBDA.matcher(plain.lines().findFirst().orElse("the rule cannot be compiled"))
                .replaceAll("the rule");
    }

    /** What a message points at, to be looked for in the rule. */
    static List<String> quoted(String message) {
        List<String> found = new ArrayList<>();
        Matcher subject = SUBJECT.matcher(message.strip());
        if (subject.find()) {
            for (int group = 1; group <= subject.groupCount(); group++) {
                if (subject.group(group) != null) {
                    found.add(subject.group(group));
                }
            }
        }
        Matcher expression = EXPRESSION.matcher(message.strip());
        if (expression.find()) {
            found.add(expression.group(1));
        }
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            found.add(quoted.group(1));
        }
        return found;
    }
}
