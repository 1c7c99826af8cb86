/**
 * What notification knows of a request: whom to answer and how, and what an honest acknowledgement needs.
 *
 * <p>One row per request, folded from the topics of requests, routing and the SLA timer. The row's lock guards the request's
 * stream of notification events: whoever publishes one takes its sequence from the row.
 */
@NullMarked
package io.beforehand.notification.request;

import org.jspecify.annotations.NullMarked;
