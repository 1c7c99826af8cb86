package io.beforehand.localstack.up;

/** What others wrote, so that it does not steer the terminal. */
public final class Printable {

    private Printable() {}

    /** As one line, cut to so many characters. */
    public static String line(String text, int longest) {
        String clean = text.replaceAll("\\R+", " ").replaceAll("\\p{C}", "").strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)) + "…";
    }

    /** With its lines as they are. */
    public static String lines(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{C}&&[^\n]]", "").strip();
    }
}
