package org.riderrules.engine.drools;

import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/**
 * Names come from a plain alphabet. The generator writes them into Java code, some of them unquoted; and a reader must
 * see what stands there.
 */
final class NameCheck {
    private static final String CODE = "name-not-plain";
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z0-9 .,;:()'%&/+-]{1,200}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern TEXT = Pattern.compile("[^\"\\\\\\n]{1,500}");
    private static final Pattern BINDING = Pattern.compile("\\$[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Set<String> OF_JAVA =
            Set.of("abstract assert boolean break byte case catch char class const continue default do double else enum"
                    .concat(" extends false final finally float for goto if implements import instanceof int interface")
                    .concat(" long native new null package private protected public return short static strictfp super")
                    .concat(" switch synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    private NameCheck() {}

    /** Checks the name and the annotations of a rule, and what it binds. */
    static void rule(ParsedRule rule, Problems problems) {
        String name = rule.descr().getName();
        if (!SENTENCE.matcher(name).matches()) {
            tell(
                    rule,
                    rule.start(),
                    "the name of a rule has a character that is not plain, or is longer than 200",
                    "write letters, digits, spaces and . , ; : ( ) ' % & / + -",
                    problems);
        }
        for (AnnotationDescr annotation : rule.descr().getAnnotations()) {
            annotation(rule, annotation, problems);
        }
        for (String binding : rule.description().bindings()) {
            if (!BINDING.matcher(binding).matches()) {
                int at = rule.file().text().indexOf(binding, rule.start());
                tell(
                        rule,
                        at < 0 ? rule.start() : at,
                        "the name " + binding + " is not plain",
                        "begin a bound name with $, then letters and digits, such as $orders",
                        problems);
            }
        }
    }

    private static void annotation(ParsedRule rule, AnnotationDescr annotation, Problems problems) {
        Object value = annotation.getSingleValue();
        String text = value == null ? "" : unquoted(value.toString().strip());
        if (text.isBlank() && annotation.getValueMap().size() < 2) {
            // Told by HeadCheck.
            return;
        }
        boolean source = annotation.getName().equals("source");
        if (annotation.getValueMap().size() != 1
                || !(source ? TEXT : KEY).matcher(text).matches()) {
            tell(
                    rule,
                    new RuleText(rule.file(), rule.descr()).annotationOffset(annotation.getName()),
                    "the value of @" + annotation.getName() + " is not plain",
                    source
                            ? "write one text in double quotes, without quotes and backslashes in it"
                            : "write letters and digits, with dots or hyphens between: \"tiering.qualifies\"",
                    problems);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static void tell(ParsedRule rule, int offset, String what, String mend, Problems problems) {
        problems.add(CODE, rule.file(), offset, rule.descr().getName(), what, mend);
    }

    /** What is wrong with the name of a declared type; null when nothing is. */
    static @Nullable String ofType(TypeDeclarationDescr type, TypeBook book) {
        String name = type.getTypeName();
        if (!TYPE.matcher(name).matches()) {
            return "the name of a type begins with a capital letter and has at most 60 letters and digits";
        }
        return book.isTaken(name) ? "the name " + name + " is taken" : null;
    }

    /** What is wrong with the name of a declared field; null when nothing is. */
    static @Nullable String ofField(String name) {
        if (!FIELD.matcher(name).matches()) {
            return "the name of a field begins with a small letter and has letters and digits";
        }
        if (OF_JAVA.contains(name)) {
            return "the name " + name + " is a word of Java";
        }
        // The generator of Drools 10.2.0 crashes on "n == 3", without a line.
        return name.equals("n") ? "the name n is used by Drools" : null;
    }
}
