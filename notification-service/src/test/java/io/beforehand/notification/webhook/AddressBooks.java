package io.beforehand.notification.webhook;

import java.time.Duration;

/** Address books for tests of what connects. */
public final class AddressBooks {

    private AddressBooks() {}

    public static AddressBook allowingPrivate(boolean allowed) {
        return new AddressBook(config(allowed, Duration.ofSeconds(30)));
    }

    static WebhookConfig config(boolean allowPrivate, Duration timeout) {
        return new WebhookConfig() {
            @Override
            public boolean allowPrivateAddresses() {
                return allowPrivate;
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public int maxConnections() {
                return 16;
            }
        };
    }
}
