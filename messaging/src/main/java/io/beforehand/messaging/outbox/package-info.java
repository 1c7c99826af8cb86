/** Events on their way out, stored with the state change that caused them until the relay knows them in Kafka. */
@NullMarked
package io.beforehand.messaging.outbox;

import org.jspecify.annotations.NullMarked;
