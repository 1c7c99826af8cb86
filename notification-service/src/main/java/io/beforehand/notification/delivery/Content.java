package io.beforehand.notification.delivery;

import io.beforehand.notification.mail.MailThread;
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
     * @param thread in which a mail answers
     */
    record Written(
            String body,
            @Nullable Instant expectedBy,
            @Nullable String messageId,
            MailThread thread) implements Content {

        /** A message that answers nothing. */
        public Written(String body, @Nullable Instant expectedBy, @Nullable String messageId) {
            this(body, expectedBy, messageId, MailThread.NONE);
        }
    }

    /** Nothing, ever. */
    record Withheld(Withholding reason) implements Content {}
}
