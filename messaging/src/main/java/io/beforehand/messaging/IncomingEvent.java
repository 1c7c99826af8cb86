package io.beforehand.messaging;

import io.beforehand.events.StreamEvent;

/**
 * An event as the listener hands it over.
 *
 * @param partition the Kafka partition it came from, which is also its request's outbox lane
 * @param replayed whether it was set aside before and fills the hole it left: later events of its stream may have been
 *     processed already, so a check of the sequence must let it through
 */
public record IncomingEvent(StreamEvent event, int partition, boolean replayed) {}
