/**
 * Brings messages to their recipients: each one again and again, under one id, until it is accepted or given up.
 *
 * <p>In: rows, stored with the state change that asks for them ({@link io.beforehand.notification.delivery.Deliveries}). The
 * table is the timer; {@link io.beforehand.notification.delivery.DeliveryQueue} only makes it punctual. The owner of a
 * row's partition takes what is due, sends it, and records what came of it together with the event that tells so. Out: a
 * POST, at least once, and {@code acknowledgement-sent}, {@code reply-delivered} or {@code delivery-failed}.
 *
 * <p>A crash between the receiver's yes and our record of it means a second POST with the same id, never another id.
 * Each destination has its own places, so a slow one keeps nobody else waiting.
 */
@NullMarked
package io.beforehand.notification.delivery;

import org.jspecify.annotations.NullMarked;
