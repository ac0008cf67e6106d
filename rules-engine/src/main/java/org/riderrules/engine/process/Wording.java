package org.riderrules.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riderrules.api.explain.Language;
import org.riderrules.api.explain.Reason;

/**
 * The words of a statement in one language, and how it writes days and numbers. All of it stands in this jar: what a
 * platform knows of a language changes with its version, and the same statement must give the same bytes. Immutable,
 * thread-safe.
 */
final class Wording {
    private static final Map<Language, Wording> ALL = all();

    private final Language language;
    private final SortedMap<String, String> words;

    private Wording(Language language, SortedMap<String, String> words) {
        this.language = language;
        this.words = Collections.unmodifiableSortedMap(words);
    }

    static Wording of(Language language) {
        Wording wording = ALL.get(language);
        if (wording == null) {
            throw new IllegalStateException("every language has its words");
        }
        return wording;
    }

    private static Map<Language, Wording> all() {
        Map<Language, Wording> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Wording(language, read("reasons-" + language.tag() + ".properties")));
        }
        return all;
    }

    private static SortedMap<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("rules-engine was built without " + resource);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> words = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    Language language() {
        return language;
    }

    /** For texts of packs. */
    Locale locale() {
        return Locale.forLanguageTag(language.tag());
    }

    /** The keys there are. */
    SortedMap<String, String> words() {
        return words;
    }

    String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no word " + key + " in " + language.tag());
        }
        return word;
    }

    String of(String key, Map<String, String> values) {
        return new Reason(key, new TreeMap<>(Map.of(language.tag(), of(key)))).text(locale(), values);
    }

    String day(LocalDate day) {
        return of(
                "date",
                Map.of(
                        "day", Integer.toString(day.getDayOfMonth()),
                        "month", of("month." + day.getMonthValue()),
                        "year", Integer.toString(day.getYear())));
    }

    /** To the minute; the zone by its identifier. */
    String time(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return of(
                "time",
                Map.of(
                        "date", day(time.toLocalDate()),
                        "hour", twoDigits(time.getHour()),
                        "minute", twoDigits(time.getMinute()),
                        "zone", zone.getId().equals("Z") ? "UTC" : zone.getId()));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Exact, grouped by three. */
    String number(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        String sign = plain.startsWith("-") ? "-" : "";
        String digits = plain.substring(sign.length());
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        StringBuilder grouped = new StringBuilder(sign);
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                grouped.append(of("group"));
            }
            grouped.append(whole.charAt(i));
        }
        return point < 0
                ? grouped.toString()
                : grouped.append(of("decimal"))
                        .append(digits, point + 1, digits.length())
                        .toString();
    }
}
