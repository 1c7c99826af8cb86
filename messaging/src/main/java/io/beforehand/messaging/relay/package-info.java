/** Takes events from the outbox to Kafka, lane by lane in order, whatever fails on the way. */
@NullMarked
package io.beforehand.messaging.relay;

import org.jspecify.annotations.NullMarked;
