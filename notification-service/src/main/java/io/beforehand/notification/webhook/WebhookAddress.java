package io.beforehand.notification.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes webhooks.
 *
 * @param secret signs what is sent; unsigned where it is missing
 */
public record WebhookAddress(WebhookUrl url, @Nullable SigningSecret secret) {

    /**
     * Reads what was validated when it was stored.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static WebhookAddress of(String url, @Nullable String secret) {
        return new WebhookAddress(WebhookUrl.parse(url), secret == null ? null : SigningSecret.parse(secret));
    }
}
