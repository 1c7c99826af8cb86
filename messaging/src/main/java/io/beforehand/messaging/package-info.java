/** What a service sees of messaging: {@link io.beforehand.messaging.EventListener} is what it implements, the rest is what it is given.
 *
 * <p>In: the {@code listener} package hears Kafka, opens a transaction as the {@code partition}'s owner, and hands the
 * batch to the service. Out: what the service publishes goes to the {@code outbox} in the same transaction; the relay sends
 * it on. What cannot be processed goes to {@code deadletter}, its neighbours unharmed. */
@NullMarked
package io.beforehand.messaging;

import org.jspecify.annotations.NullMarked;
