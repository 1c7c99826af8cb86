package io.beforehand.intake.text;

/** Text cut to a length. */
public final class Shortened {

    private Shortened() {}

    /** The beginning of the text, never between the halves of a character beyond the basic plane. */
    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
