package io.beforehand.messaging;

import io.beforehand.events.StreamEvent;

/**
 * An event as the listener hands it over.
 *
 * @param partition the Kafka partition it came from, which is also its request's outbox lane
 */
public record IncomingEvent(StreamEvent event, int partition) {}
