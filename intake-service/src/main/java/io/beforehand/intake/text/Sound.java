package io.beforehand.intake.text;

/**
 * Text as it can be stored: without NUL and lone surrogates, which no table takes, and without the other control characters, which no
 * person typed.
 */
public final class Sound {

    private static final int REPLACEMENT = 0xfffd;

    private Sound() {}

    /** Text of several lines: ends of lines and tabs stay. */
    public static String lines(String text) {
        return isClean(text) ? text : mended(text, false);
    }

    /** What is shown on one line: nothing breaks out of it, or turns it around to look like something else. */
    public static String line(String text) {
        return isClean(text) ? text : mended(text, true);
    }

    private static String mended(String text, boolean oneLine) {
        StringBuilder sound = new StringBuilder(text.length());
        boolean control = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean before = control;
            control = isControl(c);
            if (control) {
                if (!oneLine && isLayout(c)) {
                    sound.appendCodePoint(c);
                } else if (oneLine && !before) {
                    sound.append(' ');
                }
            } else if (!oneLine || !turnsAround(c)) {
                sound.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c);
            }
            i += Character.charCount(c);
        }
        return sound.toString();
    }

    /** Whether there is nothing to look at more closely. */
    private static boolean isClean(String text) {
        return text.chars().noneMatch(c -> isControl(c) || isSurrogate(c) || turnsAround(c));
    }

    private static boolean isControl(int c) {
        return c < ' ' || c >= 0x7f && c <= 0x9f;
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Marks that turn the direction of the text after them around, by which a line can pretend to be another. */
    private static boolean turnsAround(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
