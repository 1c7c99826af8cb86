/**
 * Intercom: notifications about conversations.
 *
 * @see <a href="https://developers.intercom.com/docs/webhooks">Webhooks</a>
 * @see <a href="https://developers.intercom.com/docs/references/webhooks/webhook-models">Topics and notifications</a>
 */
@NullMarked
package io.beforehand.intake.adapter.intercom;

import org.jspecify.annotations.NullMarked;
