/**
 * SendGrid: mails by Inbound Parse, taken apart or raw, and what becomes of ours by the event webhook.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook">Inbound
 *     Parse</a>
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">Event webhook</a>
 */
@NullMarked
package io.beforehand.intake.adapter.sendgrid;

import org.jspecify.annotations.NullMarked;
