package io.beforehand.notification.webhook;

import java.time.Duration;

/** Address books for tests of what connects. */
public final class AddressBooks {

    private AddressBooks() {}

    public static AddressBook allowingPrivate(boolean allowed) {
        return new AddressBook(config(allowed));
    }

    static WebhookConfig config(boolean allowPrivate) {
        return new WebhookConfig() {
            @Override
            public boolean allowPrivateAddresses() {
                return allowPrivate;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public int maxConnections() {
                return 16;
            }
        };
    }
}
