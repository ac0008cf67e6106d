package org.riderrules.engine.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Helps an author who mistyped a name. */
final class Suggestion {
    private Suggestion() {}

    /** {@code maybe you meant X; known: A, B, X} - the guess only where one name is near. */
    static String among(String written, Collection<String> known) {
        String list = "known: " + String.join(", ", new TreeSet<>(known));
        String near = nearest(written, known);
        return near == null ? list : "maybe you meant " + near + "; " + list;
    }

    /** {@code maybe you meant X}, or {@code otherwise} where no name is near. */
    static String orElse(String written, Collection<String> known, String otherwise) {
        String near = nearest(written, known);
        return near == null ? otherwise : "maybe you meant " + near;
    }

    private static @Nullable String nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(2, written.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Levenshtein's distance, ignoring case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
