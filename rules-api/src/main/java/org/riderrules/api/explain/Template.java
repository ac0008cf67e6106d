package org.riderrules.api.explain;

import java.util.Map;

/** Fills {@code {name}} with values; {@code {{} and {@code }}} are braces. */
final class Template {
    private Template() {}

    static String fill(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            boolean doubled = i + 1 < template.length() && template.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                i += 2;
            } else if (c == '{' && template.indexOf('}', i) > 0) {
                int end = template.indexOf('}', i);
                String name = template.substring(i + 1, end);
                text.append(values.getOrDefault(name, "{" + name + "}"));
                i = end + 1;
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }
}
