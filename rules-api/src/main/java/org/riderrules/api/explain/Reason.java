package org.riderrules.api.explain;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.riderrules.api.error.Require;

/**
 * A reason in every language of its pack.
 *
 * @param key the message key
 * @param templates the template by language tag (BCP 47); {@code {name}} stands for the value a rule bound to that
 *     name, {@code {{} and {@code }}} for braces
 */
public record Reason(String key, SortedMap<String, String> templates) {

    /** Copies {@code templates}. */
    public Reason {
        Require.code("Reason", "key", key);
        templates = Require.map("Reason", "templates", templates);
    }

    /**
     * The reason for people, not to be parsed. Falls back to English, then to the key.
     *
     * @param values what the rule bound, by name; a name without a value stays as it stands in the template
     */
    public String text(Locale locale, Map<String, String> values) {
        String english = templates.getOrDefault(Language.ENGLISH.tag(), key);
        String template = templates.getOrDefault(Language.of(locale).tag(), english);
        return Template.fill(template, values);
    }
}
