/**
 * WhatsApp, Messenger and Instagram: three channels of Meta that sign and ask in the same way.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components">WhatsApp Cloud API</a>
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/webhooks">Messenger Platform</a>
 */
@NullMarked
package io.beforehand.intake.adapter.meta;

import org.jspecify.annotations.NullMarked;
