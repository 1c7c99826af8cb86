package io.beforehand.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are worked off. */
@ConfigMapping(prefix = "beforehand.delivery")
public interface DeliveryConfig {

    /**
     * Deliveries to one destination under way at once. Enough that a healthy one (50 ms an answer) takes 300 a second, few
     * enough not to run a small one over.
     */
    @WithDefault("16")
    int places();

    /** Deliveries of one destination kept in memory; the rest waits in the table. */
    @WithDefault("2000")
    int depth();

    /** How often the table is read for what another replica stored, or what memory forgot. */
    @WithDefault("250ms")
    Duration poll();

    /** How far ahead the table is read. */
    @WithDefault("15s")
    Duration horizon();
}
