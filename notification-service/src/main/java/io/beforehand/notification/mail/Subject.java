package io.beforehand.notification.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The subject of an answer: that of the request, once marked as an answer, with the request's number. */
final class Subject {

    /** Long enough to be recognised, short enough for a line of any mail program. */
    private static final int MAX_LENGTH = 150;

    /** What mail programs put before a subject when they answer, in English, German, Swedish, Dutch and Chinese. */
    private static final Pattern ANSWER_MARKS = Pattern.compile(
            "^(?:(?:re|aw|antw|antwort|sv|回复|答复|回覆|回復|答覆)(?:\\[\\d+])?\\s*[:：]\\s*)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Subject() {}

    /** {@code Re: Invoice twice [R-1042]}; {@code [R-1042]} where the request has no subject. */
    static String answering(@Nullable String original, String number) {
        String mark = "[" + HeaderText.of(number, 40) + "]";
        String bare = HeaderText.of(original == null ? "" : original, MAX_LENGTH);
        bare = ANSWER_MARKS.matcher(bare).replaceFirst("").replace(mark, "").strip();
        return bare.isEmpty() ? mark : "Re: " + bare + " " + mark;
    }
}
