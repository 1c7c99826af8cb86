package io.beforehand.messaging.outbox;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import java.time.Instant;
import java.util.List;

/**
 * Events of one request that are stored ahead of the moment at which they are to be sent.
 *
 * @param at that moment
 * @param rows at least one, in the order to be sent
 */
public record Timed(Instant at, List<Unsent> rows) {

    public Timed {
        rows = List.copyOf(rows);
    }

    public String requestId() {
        return rows.getFirst().event().requestId();
    }

    public int lane() {
        return rows.getFirst().lane();
    }

    /** What tells them from others of the same request. */
    long firstId() {
        return rows.getFirst().id();
    }
}
