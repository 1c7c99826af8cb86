/**
 * Word of progress to the customer: who has his request now, that it waits, that it is over; and, when the clock asks for it,
 * that we are still on it.
 *
 * <p>In: what {@link io.beforehand.notification.request.Updates} decides from a request's events. Out: deliveries of kind
 * {@code update}. For a while after the acknowledgement there is none: what happens then becomes one update that is written
 * at the end of that while, with what is true then, or none if nothing is left to tell.
 */
@NullMarked
package io.beforehand.notification.update;

import org.jspecify.annotations.NullMarked;
