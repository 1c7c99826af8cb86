package io.beforehand.intake.mail;

import java.util.regex.Pattern;

/** Text as it can be stored: without NUL and lone surrogates, which only texts have that did not come as bytes. */
final class Sound {

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private Sound() {}

    static String of(String text) {
        return LONE_SURROGATE.matcher(text.replace("\0", "")).replaceAll("\ufffd");
    }
}
