package io.beforehand.notification.alert;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Lets go of alerts that were raised long ago and are resolved, with what links them to their pages. */
@ApplicationScoped
class AlertRetention {

    /** How long alerts are kept. */
    @ConfigMapping(prefix = "beforehand.alert.retention")
    interface Config {

        /** A year, to look back at a season. */
        @WithDefault("365d")
        Duration keep();
    }

    private final Config config;

    AlertRetention(Config config) {
        this.config = config;
    }

    @Produces
    @Dependent
    @Named("alert-retention")
    RetentionRule resolved() {
        return new RetentionRule("alert", """
                WITH old AS (
                    DELETE FROM alert WHERE id IN (
                        SELECT id FROM alert WHERE state = 'resolved' AND raised_at < $1 ORDER BY raised_at LIMIT $2)
                    RETURNING id),
                unlinked AS (DELETE FROM alert_page WHERE alert_id IN (SELECT id FROM old)),
                untold AS (DELETE FROM alert_notice WHERE alert_id IN (SELECT id FROM old))
                SELECT id FROM old""", config.keep());
    }
}
