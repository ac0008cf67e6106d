package org.riderrules.examples.embeddedhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The code blocks of a Markdown file. */
final class Markdown {
    private static final String FENCE = "```";

    private Markdown() {}

    /** A fenced block and the language written behind its opening fence. */
    record Block(String language, int line, String text) {
        @Override
        public String toString() {
            return "the " + language + " block of line " + line;
        }
    }

    static List<Block> blocks(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int opening = i;
                StringBuilder text = new StringBuilder();
                for (i++; i < lines.size() && !lines.get(i).startsWith(FENCE); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                blocks.add(
                        new Block(lines.get(opening).substring(FENCE.length()).strip(), opening + 1, text.toString()));
            }
        }
        return blocks;
    }
}
