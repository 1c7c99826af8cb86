/**
 * Chatwoot: webhooks of an account, from the releases on that sign them.
 *
 * @see <a href="https://www.chatwoot.com/hc/user-guide/articles/1677693021-how-to-use-webhooks">Webhooks</a>
 * @see <a href="https://developers.chatwoot.com/api-reference/webhooks/add-a-webhook">Their secret</a>
 */
@NullMarked
package io.beforehand.intake.adapter.chatwoot;

import org.jspecify.annotations.NullMarked;
