package io.beforehand.notification.language;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language that messages are written in. */
public enum Language {
    SIMPLIFIED_CHINESE("zh-CN"),
    TRADITIONAL_CHINESE("zh-TW"),
    ENGLISH("en");

    private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /**
     * The language that comes closest to what the customer reads: the script decides between the two ways of writing
     * Chinese, then the region. What is neither Chinese nor English, or says nothing, is {@code otherwise}.
     *
     * @param locale BCP 47, such as {@code zh-Hant-HK}; underscores are taken as well
     */
    public static Language of(@Nullable String locale, Language otherwise) {
        if (locale == null) {
            return otherwise;
        }
        Locale parsed = Locale.forLanguageTag(locale.strip().replace('_', '-'));
        return switch (parsed.getLanguage()) {
            case "zh", "cmn", "yue" -> traditional(parsed) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
            case "en" -> ENGLISH;
            default -> otherwise;
        };
    }

    private static boolean traditional(Locale locale) {
        return locale.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(locale.getCountry())
                : locale.getScript().equals("Hant");
    }
}
