package io.beforehand.intake.request.core;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a submission is told.
 *
 * @param requestId the request it belongs to; missing for what is no business of any
 * @param messageId the message it became, if it became one
 */
public record Receipt(
        Outcome outcome,
        @Nullable String requestId,
        @Nullable String messageId) {

    static final Receipt PASSED_OVER = new Receipt(Outcome.IGNORED, null, null);

    Receipt as(Outcome other) {
        return new Receipt(other, requestId, messageId);
    }
}
