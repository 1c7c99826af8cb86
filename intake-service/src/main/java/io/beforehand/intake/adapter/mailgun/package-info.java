/**
 * Mailgun: mails by routes, taken apart or as MIME, and what becomes of ours by webhooks.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http">Receiving</a>
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">Securing webhooks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.mailgun;

import org.jspecify.annotations.NullMarked;
