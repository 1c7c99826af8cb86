/**
 * Amazon Connect: contact events, which EventBridge passes on best effort and in no order, and calls of contact flows.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html">Contact events</a>
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html">What contact flows tell</a>
 */
@NullMarked
package io.beforehand.intake.adapter.amazonconnect;

import org.jspecify.annotations.NullMarked;
