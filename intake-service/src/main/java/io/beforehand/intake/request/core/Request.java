package io.beforehand.intake.request.core;

import java.time.Instant;

/**
 * What of a request changes while it lives.
 *
 * @param lastSequence the last place given out in its stream
 * @param changedAt when something last happened in it
 */
public record Request(String id, long lastSequence, Stage stage, Classification classification, Instant changedAt) {

    Request next(Instant now) {
        return new Request(id, lastSequence + 1, stage, classification, now);
    }

    Request in(Stage other) {
        return new Request(id, lastSequence, other, classification, changedAt);
    }

    Request as(Classification other) {
        return new Request(id, lastSequence, stage, other, changedAt);
    }
}
