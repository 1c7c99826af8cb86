package io.beforehand.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of something set aside: where it comes from and why, never what it says.
 *
 * @param origin {@code listener} for a record that could not be processed, {@code outbox} for one that could not be sent
 * @param reason a stable word
 * @param state {@code set-aside}, {@code replay-requested} or {@code replayed}
 */
public record DeadLetter(
        long id,
        String origin,
        String topic,
        int partition,
        @Nullable Long offset,
        @Nullable String requestId,
        @Nullable String type,
        String reason,
        String state,
        Instant setAsideAt,
        @Nullable Instant replayedAt) {}
