package io.beforehand.notification.delivery;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Lets go of deliveries that ended long ago; one that is still due stays, however old. */
@ApplicationScoped
class DeliveryRetention {

    /** How long deliveries are kept. */
    @ConfigMapping(prefix = "beforehand.delivery.retention")
    interface Config {

        /** Long enough to answer "was I told?"; they hold what customers were written. */
        @WithDefault("90d")
        Duration keep();
    }

    private final Config config;

    DeliveryRetention(Config config) {
        this.config = config;
    }

    @Produces
    @Dependent
    @Named("delivery-retention")
    RetentionRule ended() {
        return new RetentionRule("delivery", """
                DELETE FROM delivery WHERE id IN (
                    SELECT id FROM delivery WHERE created_at < $1 AND next_attempt_at IS NULL
                     ORDER BY created_at LIMIT $2)""", config.keep());
    }
}
