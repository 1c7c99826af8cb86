package io.beforehand.http.body;

/** What text may hold. */
public final class Text {

    private Text() {}

    /** Whether the text can be stored and sent on as it is: no NUL, no half of a surrogate pair. */
    public static boolean isSound(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
