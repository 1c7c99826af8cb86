package io.beforehand.notification.template;

/** Makes a name that somebody typed fit for the middle of a sentence: one line, nothing that turns the text around it. */
final class PlainText {

    private static final int MAX_LENGTH = 200;

    private PlainText() {}

    static String of(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        value.codePoints().limit(MAX_LENGTH).filter(PlainText::harmless).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Not a control character, nor one of those that Unicode uses to embed or override a writing direction. */
    private static boolean harmless(int c) {
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && !direction;
    }
}
