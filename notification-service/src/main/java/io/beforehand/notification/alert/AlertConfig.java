package io.beforehand.notification.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How on call is told of alerts. */
@ConfigMapping(prefix = "beforehand.alert")
public interface AlertConfig {

    /** How long after a notification the next one to the same contact may follow; what comes meanwhile is counted in it. */
    @WithDefault("1m")
    Duration interval();

    /** How often a replica looks for alerts that another one raised and did not tell of. */
    @WithDefault("1s")
    Duration poll();

    /** Requests that a notification names; the rest is in its count and in the list. */
    @WithDefault("20")
    int named();

    /** The zone in which moments are told; it is named each time. */
    @WithDefault("UTC")
    ZoneId zone();
}
