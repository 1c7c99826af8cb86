package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a request stays as it was when it was opened.
 *
 * @param number what people call it, such as {@code R-1042}
 * @param priorityReason why its priority is what it is
 * @param linkedTo the request that was over when the customer went on writing in it
 */
public record Opening(
        String requestId,
        String number,
        ConversationKey conversation,
        CustomerKey customer,
        @Nullable String subject,
        PriorityReason priorityReason,
        Instant openedAt,
        Instant receivedAt,
        @Nullable String linkedTo) {}
