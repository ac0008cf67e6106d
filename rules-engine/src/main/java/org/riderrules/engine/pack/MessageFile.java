package org.riderrules.engine.pack;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.spi.PackFile;

/**
 * One language of a pack's messages: a strict form of properties files. A line is {@code key = text}, a comment that
 * begins with {@code #}, or blank. The first equals sign separates; spaces around key and text do not count. There are
 * no escapes, no continued lines and no colons as separators: the text is what stands there, in UTF-8. A key has at most
 * 120 characters, a text at most 4000.
 *
 * @param path the path within the pack source
 * @param messages the messages by key
 */
record MessageFile(String path, SortedMap<String, Message> messages) {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_TEXT = 4_000;

    /** One message and where its key stands. */
    record Message(Place place, Template template) {}

    /** Reads a file; lines that are wrong are reported and left out. */
    static MessageFile read(PackFile file, Consumer<PackProblem> problems) {
        SortedMap<String, Message> messages = new TreeMap<>();
        String text = PackText.of(file, problems);
        List<String> lines = text == null ? List.of() : text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                read(line, new Place(file.path(), i + 1, indent(line) + 1), messages, problems);
            }
        }
        return new MessageFile(file.path(), Collections.unmodifiableSortedMap(messages));
    }

    private static void read(
            String line, Place place, SortedMap<String, Message> messages, Consumer<PackProblem> problems) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? line.strip() : line.substring(0, equals).strip();
        if (equals < 0 || key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            problems.accept(place.problem(
                    "messages-line",
                    equals < 0 ? "the line has no equals sign" : Quoted.of(key) + " is no key",
                    "write key = text on one line, with a key such as tiering.qualifies; a comment begins with #"));
            return;
        }
        String text = line.substring(equals + 1).strip();
        int start = equals + 1 + indent(line.substring(equals + 1));
        int escape = text.indexOf('\\');
        if (text.isEmpty()) {
            problems.accept(
                    place.problem("messages-empty", "\"" + key + "\" has no text", "write one, or delete the line"));
            return;
        }
        if (text.length() > LONGEST_TEXT) {
            problems.accept(at(place, start)
                    .problem(
                            "messages-length",
                            "the text has " + text.length() + " characters",
                            "write at most " + LONGEST_TEXT));
            return;
        }
        if (escape >= 0) {
            problems.accept(at(place, start + escape)
                    .problem(
                            "messages-escape",
                            "a backslash stands here, and there are no escapes and no continued lines",
                            "write the character itself, and the text on one line"));
            return;
        }
        try {
            Message message = new Message(place, Template.parse(text));
            Message earlier = messages.putIfAbsent(key, message);
            if (earlier != null) {
                problems.accept(place.problem(
                        "messages-duplicate-key",
                        "\"" + key + "\" stands here again; it was given on line "
                                + earlier.place().line(),
                        "keep one of the two"));
            }
        } catch (TemplateException wrong) {
            problems.accept(at(place, start + wrong.index())
                    .problem(
                            "messages-template",
                            wrong.what(),
                            "write the name of a bound value in braces, such as {orders}; double a brace that belongs"
                                    + " to the text"));
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Place at(Place line, int index) {
        return new Place(line.file(), line.line(), index + 1);
    }
}
