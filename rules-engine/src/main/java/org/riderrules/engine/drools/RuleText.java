package org.riderrules.engine.drools;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Finds in a rule's text what Drools' parser keeps no place for: comment, annotations, right-hand side. */
final class RuleText {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*$", Pattern.DOTALL);
    private static final Pattern THEN = Pattern.compile("(?m)(?<![\\w$.])then(?![\\w$])");

    private final SourceText file;
    private final RuleDescr rule;

    RuleText(SourceText file, RuleDescr rule) {
        this.file = file;
        this.rule = rule;
    }

    private int end() {
        return Math.min(file.text().length(), rule.getEndCharacter() + 1);
    }

    /** The comment that stands directly above the rule, without its stars; null when there is none. */
    @Nullable
    String comment() {
        Matcher comment = COMMENT.matcher(file.part(0, rule.getStartCharacter()));
        if (!comment.find()) {
            return null;
        }
        String plain = comment.group(1).replaceAll("(?m)^\\s*\\*? ?", "").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** The value of an annotation without its quotes, the same with and without drools-mvel; null when there is none. */
    @Nullable
    String annotation(String name) {
        if (!rule.hasAnnotation(name)) {
            return null;
        }
        Object value = rule.getAnnotation(name).getSingleValue();
        if (value == null) {
            return null;
        }
        String text = value.toString().strip();
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        String plain = quoted ? text.substring(1, text.length() - 1) : text;
        return plain.isBlank() ? null : plain;
    }

    /** Where an annotation stands; where the rule begins when there is none. */
    int annotationOffset(String name) {
        Matcher found =
                Pattern.compile("@\\s*" + Pattern.quote(name) + "(?![\\w$])").matcher(file.text());
        found.region(rule.getStartCharacter(), conditionsStart());
        return found.find() ? found.start() : rule.getStartCharacter();
    }

    /** Where the conditions begin; the end of the rule when it has none. */
    int conditionsStart() {
        int start = rule.getLhs() == null ? -1 : rule.getLhs().getStartCharacter();
        return start < rule.getStartCharacter() ? end() : start;
    }

    /** Where the first word of the right-hand side stands. */
    int consequenceStart() {
        int then = behindThen();
        return Tokens.of(file.text(), then, end()).get(0).offset();
    }

    private int behindThen() {
        int lhsEnd = rule.getLhs() == null ? -1 : rule.getLhs().getEndCharacter();
        int from = Math.max(rule.getStartCharacter(), lhsEnd);
        Matcher then = THEN.matcher(file.text()).region(from, end());
        then.useTransparentBounds(true);
        return then.find() ? then.end() : end();
    }

    /** Where the right-hand side ends, before {@code end}. */
    int consequenceEnd() {
        int end = file.part(0, end()).lastIndexOf("end");
        return Math.max(end, consequenceStart());
    }
}
