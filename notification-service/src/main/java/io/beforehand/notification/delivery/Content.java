package io.beforehand.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a delivery says. */
public sealed interface Content {

    /** Nothing yet: to be written when it is due. */
    record Unwritten() implements Content {}

    /**
     * The message, every time the same.
     *
     * @param body JSON
     * @param expectedBy by when the customer is told to expect an answer
     * @param messageId the reply that it delivers
     */
    record Written(
            String body,
            @Nullable Instant expectedBy,
            @Nullable String messageId) implements Content {}
}
