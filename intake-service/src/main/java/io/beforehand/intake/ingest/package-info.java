/**
 * The door: events and commands as they come over HTTP, checked and turned into {@link
 * io.beforehand.intake.request.core.Call}s.
 *
 * <p>{@link io.beforehand.intake.ingest.EventsResource} takes CloudEvents. The order of its checks is on purpose: credentials,
 * envelope, signature, then the data, which nobody looks into before it is known whose it is. In binary mode the signature
 * covers the data and the event's id but not the other {@code ce-} headers: who can change headers on the way could change
 * type, subject or time of an event once, not its data. Senders who care use structured mode.
 */
@NullMarked
package io.beforehand.intake.ingest;

import org.jspecify.annotations.NullMarked;
