/**
 * Telegram: updates of the Bot API.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
@NullMarked
package io.beforehand.intake.adapter.telegram;

import org.jspecify.annotations.NullMarked;
