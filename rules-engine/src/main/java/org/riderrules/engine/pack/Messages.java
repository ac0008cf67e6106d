package org.riderrules.engine.pack;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.riderrules.api.error.PackProblem;
import org.riderrules.api.explain.Language;
import org.riderrules.api.spi.PackFile;

/** The words of a pack: one template for each reason key and language. Immutable, thread-safe. */
public final class Messages {
    /** The languages of every pack, sorted: ar, en, pt-BR, zh-Hans, zh-Hant. */
    public static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::tag).sorted().toList();

    private static final String REFERENCE = Language.ENGLISH.tag();
    private static final String ENDING = ".properties";

    private final SortedMap<String, MessageFile> files;

    private Messages(SortedMap<String, MessageFile> files) {
        this.files = files;
    }

    /**
     * Reads the messages of one version and checks that every language says the same.
     *
     * @param folder the folder {@code <topic>/v<N>/messages}, for messages about files that are missing
     * @param given the files in it
     */
    static Messages read(String folder, Collection<PackFile> given, Consumer<PackProblem> problems) {
        SortedMap<String, MessageFile> files = new TreeMap<>();
        for (PackFile file : given) {
            String name = file.path().substring(folder.length() + 1);
            String tag = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
            if (name.endsWith(ENDING) && LANGUAGES.contains(tag)) {
                files.put(tag, MessageFile.read(file, problems));
            } else {
                problems.accept(PackProblem.inFile(
                        "messages-unknown-language",
                        file.path(),
                        "\"" + name + "\" is no language of the packs",
                        Nearest.mend(tag, LANGUAGES, "languages") + "; each as <language>" + ENDING));
            }
        }
        Messages messages = new Messages(Collections.unmodifiableSortedMap(files));
        messages.check(folder, problems);
        return messages;
    }

    /** Every key, sorted. */
    public SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        files.values().forEach(file -> keys.addAll(file.messages().keySet()));
        return keys;
    }

    /** The templates of a key as written, by language; empty for an unknown key. */
    public SortedMap<String, String> texts(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((tag, file) -> {
            MessageFile.Message message = file.messages().get(key);
            if (message != null) {
                texts.put(tag, message.template().toString());
            }
        });
        return texts;
    }

    /** The template of a key in a language; null when there is none. */
    public @Nullable Template template(String key, String tag) {
        MessageFile.Message message = message(key, tag);
        return message == null ? null : message.template();
    }

    /** The names of the values a message needs, sorted; empty for an unknown key or language. */
    public SortedSet<String> placeholders(String key, String tag) {
        Template template = template(key, tag);
        return template == null ? Collections.emptySortedSet() : template.placeholders();
    }

    /** Where a key stands in a language; null when it does not. */
    public @Nullable Place place(String key, String tag) {
        MessageFile.Message message = message(key, tag);
        return message == null ? null : message.place();
    }

    private MessageFile.@Nullable Message message(String key, String tag) {
        MessageFile file = files.get(tag);
        return file == null ? null : file.messages().get(key);
    }

    private void check(String folder, Consumer<PackProblem> problems) {
        for (String tag : LANGUAGES) {
            if (!files.containsKey(tag)) {
                problems.accept(PackProblem.inFile(
                        "messages-missing-language",
                        folder + "/" + tag + ENDING,
                        "the language " + tag + " is missing",
                        "add the file; every pack speaks " + String.join(", ", LANGUAGES)));
            }
        }
        for (String key : keys()) {
            files.forEach((tag, file) -> check(key, file, problems));
        }
    }

    private void check(String key, MessageFile file, Consumer<PackProblem> problems) {
        MessageFile.Message message = file.messages().get(key);
        MessageFile.Message reference = reference(key);
        if (message == null) {
            problems.accept(PackProblem.inFile(
                    "messages-missing-key",
                    file.path(),
                    "\"" + key + "\" is missing; it stands at " + reference.place(),
                    "translate it, or delete it everywhere"));
            return;
        }
        SortedSet<String> wanted = reference.template().placeholders();
        SortedSet<String> used = message.template().placeholders();
        if (!used.equals(wanted)) {
            problems.accept(message.place()
                    .problem(
                            "messages-placeholders",
                            "\"" + key + "\" uses " + shown(used) + ", and at " + reference.place() + " it uses "
                                    + shown(wanted),
                            "use the same values in every language"));
        }
    }

    /** The English message, else the first that has the key. */
    private MessageFile.Message reference(String key) {
        MessageFile.Message english = message(key, REFERENCE);
        return english != null
                ? english
                : LANGUAGES.stream()
                        .flatMap(tag -> Stream.ofNullable(message(key, tag)))
                        .findFirst()
                        .orElseThrow();
    }

    private static String shown(SortedSet<String> names) {
        return names.isEmpty() ? "no values" : "{" + String.join("}, {", names) + "}";
    }
}
