package org.riderrules.engine.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The head of a rule: a sentence as its name, an id of its own, a source. */
final class HeadCheck {
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\S.*\\b(must|may)\\b.*\\.");

    private HeadCheck() {}

    /** Checks the heads of all rules of a pack. */
    static void check(List<ParsedRule> rules, Problems problems) {
        Map<String, ParsedRule> ids = new HashMap<>();
        Map<String, ParsedRule> names = new HashMap<>();
        for (ParsedRule rule : rules) {
            head(rule, problems);
            RuleDescription description = rule.description();
            ParsedRule sameName = names.putIfAbsent(description.name(), rule);
            if (sameName != null) {
                tell(
                        "rule-name-duplicate",
                        rule,
                        rule.start(),
                        "another rule has this name: " + place(sameName),
                        "say in each sentence what sets the rule apart",
                        problems);
            }
            ParsedRule sameId = description.id().isEmpty() ? null : ids.putIfAbsent(description.id(), rule);
            if (sameId != null) {
                tell(
                        "id-duplicate",
                        rule,
                        new RuleText(rule.file(), rule.descr()).annotationOffset("id"),
                        "the id " + description.id() + " is taken: " + place(sameId),
                        "give each rule an id of its own; ids are never reused",
                        problems);
            }
        }
    }

    private static void head(ParsedRule rule, Problems problems) {
        RuleDescription description = rule.description();
        if (description.id().isEmpty()) {
            tell(
                    "id-missing",
                    rule,
                    new RuleText(rule.file(), rule.descr()).annotationOffset("id"),
                    "the rule has no id",
                    "write @id(\"topic.what\") under its name; ids are never reused or renamed after release",
                    problems);
        }
        if (description.source().isEmpty()) {
            tell(
                    "source-missing",
                    rule,
                    new RuleText(rule.file(), rule.descr()).annotationOffset("source"),
                    "the rule does not say where the policy stands",
                    "write @source(\"document, section\") under its name",
                    problems);
        }
        if (!SENTENCE.matcher(description.name()).matches()) {
            tell(
                    "rule-name-not-a-sentence",
                    rule,
                    rule.start(),
                    "the name is not a sentence with must, must not or may, ending with a full stop",
                    "say who must or may what, for instance \"A rider who meets every threshold must qualify.\"",
                    problems);
        }
    }

    private static String place(ParsedRule rule) {
        return rule.file().path() + ":" + rule.file().line(rule.start());
    }

    private static void tell(String code, ParsedRule rule, int offset, String what, String mend, Problems problems) {
        problems.add(code, rule.file(), offset, rule.description().name(), what, mend);
    }
}
