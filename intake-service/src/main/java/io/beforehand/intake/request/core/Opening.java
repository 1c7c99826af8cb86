package io.beforehand.intake.request.core;

import io.beforehand.intake.classification.core.Assessment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a request stays as it was when it was opened.
 *
 * @param number what people call it, such as {@code R-1042}
 * @param assessment what its first message was taken for, and why
 * @param language in which that is written, as a BCP 47 tag; missing if it does not tell
 * @param linkedTo the request that was over when the customer went on writing in it
 */
public record Opening(
        String requestId,
        String number,
        ConversationKey conversation,
        CustomerKey customer,
        @Nullable String subject,
        Assessment assessment,
        @Nullable String language,
        Instant openedAt,
        Instant receivedAt,
        @Nullable String linkedTo) {}
