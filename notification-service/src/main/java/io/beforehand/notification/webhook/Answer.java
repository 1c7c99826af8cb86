package io.beforehand.notification.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a POST. */
public sealed interface Answer {

    /** The server answered.
     *
     * @param retryAfter how long it asks to be left alone; missing where it does not say
     * @param messageId what it calls the message that it took; missing where it does not say
     */
    record Status(
            int code,
            @Nullable Duration retryAfter,
            @Nullable String messageId) implements Answer {

        /** One that says nothing of the message. */
        public Status(int code, @Nullable Duration retryAfter) {
            this(code, retryAfter, null);
        }
    }

    /** There was no answer, and this is why. */
    record None(Trouble trouble) implements Answer {}

    /** Why there was no answer. */
    enum Trouble {
        /** The name does not resolve, or nobody listens there. */
        UNREACHABLE,
        /** Connected, but no answer in time; the server may have taken the message all the same. */
        TIMEOUT,
        /** The connection broke before an answer; the server may have taken the message all the same. */
        CONNECTION_LOST,
        /** The server's certificate is not to be trusted. */
        TLS_REFUSED,
        /** The name leads to an address that we must not talk to. */
        ADDRESS_NOT_ALLOWED
    }
}
