package io.beforehand.notification.outlet;

import org.jspecify.annotations.Nullable;

/**
 * An outlet as operators write it.
 *
 * @param type {@code webhook}, the only one so far
 * @param secret left out: stays as it is; empty: none
 * @param from the sender's name or address, for types that show one
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
