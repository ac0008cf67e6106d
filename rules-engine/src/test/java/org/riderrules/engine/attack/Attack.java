package org.riderrules.engine.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One attack: a DRL file.
 *
 * @param id as in the resource
 * @param category what it works with
 * @param what what it tries
 * @param text the file
 */
public record Attack(String id, String category, String what, String text) {

    /** The attacks of a resource beside this class, in its order. */
    public static List<Attack> all(String resource) {
        List<Attack> attacks = new ArrayList<>();
        for (String part : ("\n" + read(resource)).split("\n=== ")) {
            if (!part.isBlank()) {
                String head = part.substring(0, part.indexOf('\n'));
                String[] fields = head.split("\\|", 3);
                attacks.add(new Attack(
                        fields[0].strip(), fields[1].strip(), fields[2].strip(), part.substring(head.length() + 1)));
            }
        }
        return attacks;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Attack.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package the file states. */
    public String packageName() {
        return text.substring("package ".length(), text.indexOf(';'));
    }

    @Override
    public String toString() {
        return id + " (" + what + ")";
    }
}
