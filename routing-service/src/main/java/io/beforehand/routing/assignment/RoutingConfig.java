package io.beforehand.routing.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about assigning requests. */
@ConfigMapping(prefix = "beforehand.routing")
public interface RoutingConfig {

    /** How long a request does not go back to the agent who released it: long enough for somebody else to become free. */
    @WithDefault("5m")
    Duration releaseCooldown();
}
