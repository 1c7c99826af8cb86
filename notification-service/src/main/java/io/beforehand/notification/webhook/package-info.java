/**
 * One POST to somebody else's server: signed, bounded in time, never redirected, never to an address it must not reach.
 *
 * <p>In: a {@link io.beforehand.notification.webhook.WebhookCall}. Out: an {@link
 * io.beforehand.notification.webhook.Answer}, whatever happens. What an answer means for a delivery is not decided here.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
@NullMarked
package io.beforehand.notification.webhook;

import org.jspecify.annotations.NullMarked;
