/**
 * LINE: the webhook of the Messaging API.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#webhooks">Webhooks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.line;

import org.jspecify.annotations.NullMarked;
