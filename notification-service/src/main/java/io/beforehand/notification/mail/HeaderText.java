package io.beforehand.notification.mail;

/** Makes a text that others wrote fit for a header: one line, nothing that ends it, nothing that turns it around. */
final class HeaderText {

    private HeaderText() {}

    /**
     * Without control characters (C0 and C1, so no line ends), separators of lines, halves of characters, and what embeds,
     * isolates or overrides a writing direction; runs of blanks as one.
     *
     * @param maxLength code points kept at the most
     */
    static String of(String text, int maxLength) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(HeaderText::blankForBreaks)
                .filter(HeaderText::harmless)
                .forEach(plain::appendCodePoint);
        String line = plain.toString().replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength - 1)).strip() + "…";
    }

    private static int blankForBreaks(int c) {
        return c == '\r' || c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029 || c == 0x85 ? ' ' : c;
    }

    private static boolean harmless(int c) {
        boolean mark = c == 0x200e || c == 0x200f || c == 0x061c;
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !mark && !direction && !half && c != 0xfeff;
    }
}
