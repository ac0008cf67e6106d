package org.riderrules.engine.check;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an author most likely meant by a name that nobody knows. */
final class Names {
    private Names() {}

    /** A mend: {@code did you mean TierAssigned? known ...: ...}. */
    static String mend(String given, Collection<String> known, String kind) {
        String nearest = nearest(given, known);
        return (nearest == null ? "" : "did you mean " + nearest + "? ") + kind + ": " + String.join(", ", known);
    }

    /**
     * The name that differs in the fewest letters, ignoring case, two that changed places counting as one; null when
     * more than a third of them differ. A name that begins or ends like the given one comes close too.
     */
    static @Nullable String nearest(String given, Collection<String> known) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            boolean close = distance * 3 <= Math.max(3, name.length())
                    || given.length() > 3 && (name.startsWith(given) || name.endsWith(given));
            if (distance < least && close) {
                best = name;
                least = distance;
            }
        }
        return best;
    }

    private static int distance(String left, String right) {
        int[][] changes = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : cheapest(left, right, changes, i, j);
            }
        }
        return changes[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int[][] changes, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int least =
                Math.min(changes[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, changes[i - 2][j - 2] + 1) : least;
    }
}
