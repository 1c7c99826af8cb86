package io.beforehand.notification.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who has the request, as far as that is known. */
public sealed interface Handling {

    /** Routing has not spoken yet. */
    record Unknown() implements Handling {}

    record Owned(String name) implements Handling {}

    /** @param position place in the queue, 1 is next */
    record Queued(int position) implements Handling {}

    /** Waiting, with an estimate of how long until somebody takes it. */
    record QueuedFor(int position, Duration expectedWait) implements Handling {}

    static Handling queued(int position, @Nullable Duration expectedWait) {
        return expectedWait == null ? new Queued(position) : new QueuedFor(position, expectedWait);
    }
}
