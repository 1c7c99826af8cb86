/**
 * Customers who do not want to hear from us on a channel account any more.
 *
 * <p>In: what the events of a batch say of it, {@link io.beforehand.notification.optout.OptOutChange}. Out: rows of {@code
 * opt_out}, which {@code delivery} asks at each attempt to a customer. An opt-out has no end of its own: it stays until the
 * customer himself writes again or opts in, or is forgotten. What was said last is remembered for as long as something older may
 * still be told, so that the order in which it is heard does not matter.
 */
@NullMarked
package io.beforehand.notification.optout;

import org.jspecify.annotations.NullMarked;
