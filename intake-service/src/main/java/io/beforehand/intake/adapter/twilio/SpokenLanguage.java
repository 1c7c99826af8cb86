package io.beforehand.intake.adapter.twilio;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language in which callers are spoken to. */
enum SpokenLanguage {
    ENGLISH("en-US", "Thank you for calling. Please stay on the line.") {
        @Override
        String inQueue(int position, @Nullable Duration expected) {
            String place = "You are number " + position + " in the queue.";
            if (expected == null) {
                return place;
            }
            long minutes = minutes(expected);
            return place + " We expect to be with you in about " + (minutes == 1 ? "a minute." : minutes + " minutes.");
        }

        @Override
        String inHands(String owner) {
            return owner + " will be with you shortly.";
        }
    },
    MANDARIN("zh-CN", "感谢您的来电，请不要挂机。") {
        @Override
        String inQueue(int position, @Nullable Duration expected) {
            return "您排在第" + position + "位" + (expected == null ? "。" : "，预计等待约" + minutes(expected) + "分钟。");
        }

        @Override
        String inHands(String owner) {
            return owner + "将为您服务，请稍候。";
        }
    },
    TAIWANESE_MANDARIN("zh-TW", "感謝您的來電，請不要掛斷。") {
        @Override
        String inQueue(int position, @Nullable Duration expected) {
            return "您排在第" + position + "位" + (expected == null ? "。" : "，預計等候約" + minutes(expected) + "分鐘。");
        }

        @Override
        String inHands(String owner) {
            return owner + "將為您服務，請稍候。";
        }
    };

    private final String tag;
    private final String thanks;

    SpokenLanguage(String tag, String thanks) {
        this.tag = tag;
        this.thanks = thanks;
    }

    /** For a locale such as {@code zh-Hant-HK}; English for languages that are not spoken here. */
    static SpokenLanguage of(@Nullable String locale) {
        Locale wanted = Locale.forLanguageTag(locale == null ? "" : locale.replace('_', '-'));
        if (!wanted.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        boolean traditional =
                wanted.getScript().equals("Hant") || wanted.getScript().isEmpty() && isTraditional(wanted.getCountry());
        return traditional ? TAIWANESE_MANDARIN : MANDARIN;
    }

    /** For the country of a number, such as {@code CN}. */
    static SpokenLanguage ofCountry(@Nullable String country) {
        if (country == null) {
            return ENGLISH;
        }
        return isTraditional(country) ? TAIWANESE_MANDARIN : country.equals("CN") ? MANDARIN : ENGLISH;
    }

    /** As TwiML names it. */
    String tag() {
        return tag;
    }

    String thanks() {
        return thanks;
    }

    /**
     * Where the caller is.
     *
     * @param position 1 is next
     * @param expected until somebody answers; told in minutes, rounded up; missing where nobody knows
     */
    abstract String inQueue(int position, @Nullable Duration expected);

    /** Who has the call, and will take it up. */
    abstract String inHands(String owner);

    private static boolean isTraditional(String country) {
        return country.equals("TW") || country.equals("HK") || country.equals("MO");
    }

    private static long minutes(Duration expected) {
        return Math.max(1, expected.plusSeconds(59).toMinutes());
    }
}
