package io.beforehand.intake.request.core;

import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a request changes while it lives, and what decides on that.
 *
 * @param lastSequence the last place given out in its stream
 * @param customer who opened it
 * @param openedAt when the customer wrote what opened it
 * @param changedAt when something last happened in it
 * @param settledAt the latest of these: it was opened, an agent replied to the customer, it was over. No clock of a response
 *     counts from before
 */
public record Request(
        String id,
        long lastSequence,
        Stage stage,
        Classification classification,
        CustomerKey customer,
        Instant openedAt,
        Instant changedAt,
        Instant settledAt) {

    boolean isClosed() {
        return stage.status() == RequestStatus.CLOSED;
    }

    /** Whom it waits for, as a stable word; null if it waits for nobody, or it was not said for whom. */
    public @Nullable String waitsFor() {
        return stage instanceof Stage.Live(var _, Party party) && party != null ? party.wireName() : null;
    }

    Request next(Instant now) {
        return new Request(id, lastSequence + 1, stage, classification, customer, openedAt, now, settledAt);
    }

    Request in(Stage other) {
        return new Request(id, lastSequence, other, classification, customer, openedAt, changedAt, settledAt);
    }

    Request as(Classification other) {
        return new Request(id, lastSequence, stage, other, customer, openedAt, changedAt, settledAt);
    }

    Request changed(Instant at) {
        return new Request(id, lastSequence, stage, classification, customer, openedAt, at, settledAt);
    }

    /** What is told late does not make it earlier. */
    Request settled(Instant at) {
        return at.isAfter(settledAt)
                ? new Request(id, lastSequence, stage, classification, customer, openedAt, changedAt, at)
                : this;
    }
}
