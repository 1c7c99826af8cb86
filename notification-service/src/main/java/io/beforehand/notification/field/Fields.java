package io.beforehand.notification.field;

import io.beforehand.events.Channel;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.notification.webhook.SigningSecret;
import io.beforehand.notification.webhook.WebhookUrl;
import org.jspecify.annotations.Nullable;

/** Fields, each refused with {@code invalid-field} and a reason that does not repeat its value. */
public final class Fields {

    private static final int MAX_ID = 128;

    private Fields() {}

    public static String required(String field, @Nullable String value, int maxLength) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalidField(field, "must not be empty");
        }
        return optional(field, value, maxLength);
    }

    public static String optional(String field, String value, int maxLength) {
        if (value.length() > maxLength) {
            throw ProblemException.invalidField(field, "must not be longer than " + maxLength + " characters");
        }
        return value;
    }

    /** An id in a path: what stands in no URL unescaped was most likely not meant. */
    public static String id(String field, String value) {
        if (value.length() > MAX_ID || !value.matches("[\\p{L}\\p{N}._:@+/-]+")) {
            throw ProblemException.invalidField(field, "must be 1 to " + MAX_ID + " letters, digits or any of ._:@+/-");
        }
        return value;
    }

    /** @throws ProblemException {@code channel-unknown} */
    public static Channel channel(String value) {
        try {
            return Channel.of(value);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(ErrorCode.CHANNEL_UNKNOWN);
        }
    }

    public static String url(String field, @Nullable String value) {
        String text = required(field, value, 2_000);
        check(field, () -> WebhookUrl.parse(text));
        return text;
    }

    /** A secret that may be left out, or be empty. */
    public static void secret(String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            check(field, () -> SigningSecret.parse(value));
        }
    }

    static void check(String field, Runnable parser) {
        try {
            parser.run();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(field, String.valueOf(e.getMessage()));
        }
    }
}
