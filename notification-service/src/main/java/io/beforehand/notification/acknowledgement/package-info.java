/**
 * The first word to the customer: we have your request, this is its number, and by then you hear from us.
 *
 * <p>One per request, ever. It waits at most a second for the first-response clock and for routing, so that what it says is
 * true and complete; then it goes with what is known. Once written it does not change any more, however often it is sent.
 */
@NullMarked
package io.beforehand.notification.acknowledgement;

import org.jspecify.annotations.NullMarked;
