/**
 * Twilio: text messages, WhatsApp by way of Twilio, and calls.
 *
 * <p>One account takes all webhooks of a Twilio account; what a delivery is shows from its fields. Calls are answered with TwiML, by
 * which whoever calls is told where he waits, and kept on the line.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Signatures</a>
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Messages</a>
 * @see <a href="https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application">Calls</a>
 */
@NullMarked
package io.beforehand.intake.adapter.twilio;

import org.jspecify.annotations.NullMarked;
