package io.beforehand.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are sent. */
@ConfigMapping(prefix = "beforehand.delivery")
public interface WebhookConfig {

    /**
     * Whether webhooks may go to loopback, private and other addresses that are not of the open internet. Off, so that
     * whoever may set a URL cannot make this service talk to the network it lives in; a deployment whose outlets are
     * inside turns it on.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** How long a server has from connecting to answering; what Standard Webhooks recommends at least. */
    @WithDefault("15s")
    Duration timeout();

    /** How long connecting may take of that. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Connections to one server at the most. Fairness between destinations is not this one's business. */
    @WithDefault("256")
    int maxConnections();
}
