package io.beforehand.intake.request.core;

/**
 * What of a request changes while it lives.
 *
 * @param lastSequence the last place given out in its stream
 */
public record Request(String id, long lastSequence, Stage stage, Classification classification) {

    Request next() {
        return new Request(id, lastSequence + 1, stage, classification);
    }

    Request in(Stage other) {
        return new Request(id, lastSequence, other, classification);
    }

    Request as(Classification other) {
        return new Request(id, lastSequence, stage, other);
    }
}
