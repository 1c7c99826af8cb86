package io.beforehand.notification.request;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Lets go of requests that nothing was heard of for long. */
@ApplicationScoped
class RequestRetention {

    /** How long requests are kept. */
    @ConfigMapping(prefix = "beforehand.request.retention")
    interface Config {

        /**
         * After the last event of a request. Longer than any request sleeps, and than topics are kept: an event about a
         * request that was let go would wait in vain for its opening.
         */
        @WithDefault("400d")
        Duration keep();
    }

    private final Config config;

    RequestRetention(Config config) {
        this.config = config;
    }

    @Produces
    @Dependent
    @Named("request-retention")
    RetentionRule untouched() {
        return new RetentionRule("request", """
                DELETE FROM request WHERE id IN (
                    SELECT id FROM request WHERE touched_on < ($1::timestamptz AT TIME ZONE 'UTC')::date
                     ORDER BY touched_on LIMIT $2)""", config.keep());
    }
}
