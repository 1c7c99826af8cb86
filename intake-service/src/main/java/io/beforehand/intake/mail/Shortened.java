package io.beforehand.intake.mail;

/** Text cut to a length. */
final class Shortened {

    private Shortened() {}

    /** The beginning of the text, never between the halves of a character beyond the basic plane. */
    static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
