package org.riderrules.engine.json;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody meant. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The known name that is nearest to a misspelt one; null when none is near. The first of equals wins. */
    static @Nullable String to(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = 1 + Math.max(2, given.length() / 3);
        for (String name : known) {
            int distance = distance(plain(given), plain(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
    }

    /** Insertions, deletions and replacements from one to the other. */
    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[two.length()];
    }
}
