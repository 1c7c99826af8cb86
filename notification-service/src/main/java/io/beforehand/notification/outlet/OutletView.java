package io.beforehand.notification.outlet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as operators see it: never its secret.
 *
 * @param signed whether there is a secret
 */
public record OutletView(
        String channel,
        String account,
        String type,
        String url,
        boolean signed,
        @Nullable String from,
        Instant changedAt) {

    static OutletView of(Outlet outlet) {
        return new OutletView(
                outlet.channel,
                outlet.account,
                outlet.type,
                outlet.url,
                outlet.secret != null,
                outlet.sender,
                outlet.changedAt);
    }
}
