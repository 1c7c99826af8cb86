package io.beforehand.events;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event at its place in its owner's stream of one request.
 *
 * @param requestId the request it is about; also the record's key
 * @param sequence its position in the owner's stream of that request, from 1 without gaps
 * @param time when it happened, which need not be when it was recorded
 * @param trace the trace it belongs to
 */
public record StreamEvent(
        String requestId,
        long sequence,
        Instant time,
        @Nullable TraceContext trace,
        Event event) {

    /** The order in which a request's history is folded: by time, then owner's rank, then sequence. */
    public static final Comparator<StreamEvent> HISTORY_ORDER = Comparator.comparing(StreamEvent::time)
            .thenComparing(StreamEvent::owner)
            .thenComparingLong(StreamEvent::sequence);

    public StreamEvent {
        if (requestId.isEmpty()) {
            throw new IllegalArgumentException("requestId must not be empty");
        }
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be 1 or more: " + sequence);
        }
    }

    public Owner owner() {
        return event.owner();
    }

    /** Identifies the event among all of its owner's: the same after a restart and in every copy. */
    public String id() {
        return requestId + ":" + sequence;
    }
}
