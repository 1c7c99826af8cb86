/**
 * Postmark: mails by its inbound webhook, taken apart and, where it is set so, raw as well; and what becomes of ours.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Inbound webhook</a>
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Webhooks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.postmark;

import org.jspecify.annotations.NullMarked;
