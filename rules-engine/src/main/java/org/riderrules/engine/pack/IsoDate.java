package org.riderrules.engine.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as packs write them: four, two and two digits. Holds no state. */
final class IsoDate {
    /** What a day looks like, for messages. */
    static final String EXAMPLE = "2026-07-14";

    // LocalDate.parse alone would also take years of more digits and signs.
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private IsoDate() {}

    /** The day; null when the text is none, such as 2026-02-30 or 14/07/2026. */
    static @Nullable LocalDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
