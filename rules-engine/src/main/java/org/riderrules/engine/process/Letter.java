package org.riderrules.engine.process;

import java.util.List;
import org.riderrules.api.explain.Language;

/**
 * What a statement says, before it is laid out.
 *
 * @param language the language
 * @param title the title
 * @param parts its parts, in order
 */
record Letter(Language language, String title, List<Part> parts) {
    Letter {
        parts = List.copyOf(parts);
    }

    /**
     * A label and what stands under it.
     *
     * @param key which part it is, stable, for instance {@code appeal.by}
     * @param label the label in the letter's language
     * @param lines what stands under it, at least one, clean
     */
    record Part(String key, String label, List<String> lines) {
        Part {
            lines = lines.stream().map(Letter::clean).toList();
        }
    }

    /**
     * On one line and without characters that hide or turn others: a value from outside must not look like another part
     * of the statement, nor like text of another direction.
     */
    static String clean(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                return;
            }
            boolean isBroken = c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
            boolean isSpace = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
            clean.appendCodePoint(isBroken ? 0xFFFD : isSpace ? ' ' : c);
        });
        return clean.toString();
    }

    /** Marks of direction, embeddings, overrides and isolates (Unicode annex 9), joiners of nothing, and tags. */
    private static boolean isInvisible(int c) {
        return c == 0x061C
                || c >= 0x200E && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF
                || c >= 0xE0000 && c <= 0xE007F;
    }

    /** As plain text. Where the language is written from right to left, each value is isolated from its surroundings. */
    String text() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        for (Part part : parts) {
            if (part.lines().size() == 1) {
                text.append(part.label())
                        .append(": ")
                        .append(isolated(part.lines().get(0)));
            } else {
                text.append(part.label()).append(':');
                part.lines().forEach(line -> text.append("\n- ").append(isolated(line)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String isolated(String value) {
        return isRightToLeft() ? '\u2068' + value + '\u2069' : value;
    }

    private boolean isRightToLeft() {
        return language == Language.ARABIC;
    }

    /** As an HTML page that is well-formed XML and loads nothing. */
    String html() {
        StringBuilder html = new StringBuilder(4096)
                .append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.tag())
                .append("\" dir=\"")
                .append(isRightToLeft() ? "rtl" : "ltr")
                .append("\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>body{font-family:sans-serif;line-height:1.5;max-width:45em;margin:2em auto;")
                .append("padding:0 1em}dt{font-weight:bold;margin-top:1em}dd{margin:0}</style>\n</head>\n<body>\n")
                .append("<h1>")
                .append(escaped(title))
                .append("</h1>\n<dl>\n");
        for (Part part : parts) {
            html.append("<dt>").append(escaped(part.label())).append("</dt>\n");
            int number = 0;
            for (String line : part.lines()) {
                html.append("<dd id=\"").append(part.key());
                if (part.lines().size() > 1) {
                    html.append('.').append(++number);
                }
                html.append("\"><bdi>").append(escaped(line)).append("</bdi></dd>\n");
            }
        }
        return html.append("</dl>\n</body>\n</html>\n").toString();
    }

    /** So that no value is read as markup. */
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
