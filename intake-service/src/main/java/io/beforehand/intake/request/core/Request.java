package io.beforehand.intake.request.core;

import io.beforehand.events.RequestStatus;
import java.time.Instant;

/**
 * What of a request changes while it lives.
 *
 * @param lastSequence the last place given out in its stream
 * @param customer who opened it
 * @param changedAt when something last happened in it
 */
public record Request(
        String id,
        long lastSequence,
        Stage stage,
        Classification classification,
        CustomerKey customer,
        Instant changedAt) {

    boolean isClosed() {
        return stage.status() == RequestStatus.CLOSED;
    }

    Request next(Instant now) {
        return new Request(id, lastSequence + 1, stage, classification, customer, now);
    }

    Request in(Stage other) {
        return new Request(id, lastSequence, other, classification, customer, changedAt);
    }

    Request as(Classification other) {
        return new Request(id, lastSequence, stage, other, customer, changedAt);
    }
}
