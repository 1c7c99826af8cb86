package io.beforehand.intake.request.core;

import io.beforehand.events.TraceContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One submission being decided.
 *
 * @param place where it stands in its call, from 0
 * @param occurredAt when it counts as having happened
 * @param occurredAtSource when it happened by the sender's word
 */
record Step(
        Draft draft,
        int place,
        Instant occurredAt,
        @Nullable Instant occurredAtSource,
        Instant receivedAt,
        TraceContext trace) {

    /** The same for something that was told before. */
    Step at(Instant before, @Nullable Instant source) {
        return new Step(draft, place, before, source, receivedAt, trace);
    }

    /** What came of it. */
    sealed interface Result {

        record Done(Receipt receipt) implements Result {}

        record NotAccepted(Refusal refusal) implements Result {}
    }

    Result done(Receipt receipt) {
        return new Result.Done(receipt);
    }

    Result refuse(Refusal refusal) {
        return new Result.NotAccepted(refusal);
    }
}
