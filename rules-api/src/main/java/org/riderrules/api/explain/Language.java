package org.riderrules.api.explain;

import java.util.Locale;
import java.util.Set;

/** The languages in which every pack gives its reasons. */
public enum Language {
    /** English. */
    ENGLISH("en"),
    /** Simplified Chinese. */
    CHINESE_SIMPLIFIED("zh-Hans"),
    /** Traditional Chinese. */
    CHINESE_TRADITIONAL("zh-Hant"),
    /** Brazilian Portuguese. */
    PORTUGUESE_BRAZIL("pt-BR"),
    /** Arabic. */
    ARABIC("ar");

    private static final Set<String> TRADITIONAL_REGIONS = Set.of("HK", "TW", "MO");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, also the name of the pack's message file. */
    public String tag() {
        return tag;
    }

    /** The language that serves a locale best; English when none does. */
    public static Language of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "zh" ->
                locale.getScript().equals("Hant")
                                || locale.getScript().isEmpty() && TRADITIONAL_REGIONS.contains(locale.getCountry())
                        ? CHINESE_TRADITIONAL
                        : CHINESE_SIMPLIFIED;
            case "pt" -> PORTUGUESE_BRAZIL;
            case "ar" -> ARABIC;
            default -> ENGLISH;
        };
    }
}
