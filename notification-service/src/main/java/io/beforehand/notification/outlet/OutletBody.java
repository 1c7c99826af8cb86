package io.beforehand.notification.outlet;

import org.jspecify.annotations.Nullable;

/**
 * An outlet as operators write it.
 *
 * @param type {@code webhook} or {@code smtp}
 * @param url where webhooks are posted; or {@code smtp://[user@]host[:port][?starttls=required|optional|never]}, {@code
 *     smtps://…}
 * @param secret signs webhooks; or the password, {@code user:password} if the URL names no user. Left out: stays as it is
 *     for the same type; empty: none
 * @param from the sender of mails, such as {@code Support <support@example.com>}
 */
public record OutletBody(
        @Nullable String type,
        @Nullable String url,
        @Nullable String secret,
        @Nullable String from) {

    @Override
    public String toString() {
        return "OutletBody[type=" + type + "]";
    }
}
