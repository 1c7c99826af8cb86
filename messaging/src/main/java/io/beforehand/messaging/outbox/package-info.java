/**
 * Events on their way out, stored with the state change that caused them until the relay knows them in Kafka.
 *
 * <p>Some are stored ahead of the moment at which they are to be sent, and may be taken back until then: {@link
 * io.beforehand.messaging.outbox.TimedEvents} knows those of this replica's lanes. docs/decisions/0007-warnings-are-given-ahead.md says why.
 */
@NullMarked
package io.beforehand.messaging.outbox;

import org.jspecify.annotations.NullMarked;
