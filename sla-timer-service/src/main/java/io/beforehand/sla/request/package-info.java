/**
 * The requests that are watched: what is heard of them, their history and clocks, and what is shown of them.
 *
 * <p>In: {@link io.beforehand.sla.request.ClockListener} hears the events of the other services, takes the {@link
 * io.beforehand.sla.clock.Fact}s out of them, and lets the clocks learn of them. Out: events of the clocks, published with
 * the change, and the moment of each request's next alarm, handed to {@link io.beforehand.sla.request.NextAlarms}. The rows
 * are read and written here only, with the reactive PostgreSQL client, a batch at a time.
 */
@NullMarked
package io.beforehand.sla.request;

import org.jspecify.annotations.NullMarked;
