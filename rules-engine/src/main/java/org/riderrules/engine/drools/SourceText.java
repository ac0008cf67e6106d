package org.riderrules.engine.drools;

/**
 * The text of one DRL file as the parser sees it, and the way from an offset back to line and column. Line ends are
 * one character here whatever the file has, so that columns agree with what an editor shows.
 */
final class SourceText {
    private final String path;
    private final String text;

    SourceText(DrlSource source) {
        this.path = source.path();
        String given = source.text();
        String plain = given.startsWith("\uFEFF") ? given.substring(1) : given;
        this.text = plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The path of the file within the pack source. */
    String path() {
        return path;
    }

    /** The text, with {@code \n} as line end and without a byte order mark. */
    String text() {
        return text;
    }

    /** The line of an offset, from 1; 0 for an offset outside the text. */
    int line(int offset) {
        if (offset < 0 || offset > text.length()) {
            return 0;
        }
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    /** The column of an offset, from 1; 0 for an offset outside the text. */
    int column(int offset) {
        return offset < 0 || offset > text.length() ? 0 : offset - text.lastIndexOf('\n', offset - 1);
    }

    /** The part from {@code start}, included, to {@code end}, excluded, cut to the text. */
    String part(int start, int end) {
        int from = Math.max(0, Math.min(start, text.length()));
        return text.substring(from, Math.max(from, Math.min(end, text.length())));
    }
}
