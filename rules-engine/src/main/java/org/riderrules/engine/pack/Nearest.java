package org.riderrules.engine.pack;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what an author most likely meant by a name that nobody knows. */
final class Nearest {
    private Nearest() {}

    /**
     * The name of {@code known} that differs in the fewest letters, ignoring case; null when none comes close (more than
     * a third of its letters differ). The first one wins a tie.
     */
    static @Nullable String of(String given, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance * 3 <= Math.max(3, name.length())) {
                best = name;
                least = distance;
            }
        }
        return best;
    }

    /** A mend: {@code did you mean minOnTime? known columns: ...}. */
    static String mend(String given, Collection<String> known, String kind) {
        String nearest = of(given, known);
        return (nearest == null ? "" : "did you mean " + nearest + "? ")
                + (known.isEmpty() ? "there are no " + kind : "known " + kind + ": " + String.join(", ", known));
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[right.length()];
    }
}
