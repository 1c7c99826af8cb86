/**
 * The table of requests and what was told of each.
 *
 * <p>{@link io.beforehand.routing.register.RequestRegister} locks, reads and saves rows, always in the order of their ids and
 * always before any agent's row: that order keeps transactions of several replicas from waiting for each other in a circle.
 * Under the row's lock it gives out the sequence of routing's events. {@link io.beforehand.routing.register.WaitingRequests}
 * finds those that wait, without reading all of them.
 */
@NullMarked
package io.beforehand.routing.register;

import org.jspecify.annotations.NullMarked;
