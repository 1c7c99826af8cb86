package io.beforehand.sla.request;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Requests that have long been over are forgotten, with their clocks and history. */
@ApplicationScoped
class Retention {

    /** Rows that somebody works with are left for the next time; so is what may still ring. */
    static final String FORGET = """
            WITH old AS (
                SELECT id FROM request WHERE ended_at < $1 AND alarm_at IS NULL
                 ORDER BY ended_at LIMIT $2 FOR UPDATE SKIP LOCKED),
            clocks AS (DELETE FROM clock USING old WHERE request_id = old.id),
            facts AS (DELETE FROM history USING old WHERE request_id = old.id)
            DELETE FROM request USING old WHERE request.id = old.id""";

    /** How long what is over is kept. */
    @ConfigMapping(prefix = "beforehand.sla.retention")
    interface Config {

        /** Time since a request was resolved or closed. Reports compare with the year before. */
        @WithDefault("400d")
        Duration requests();
    }

    @Produces
    @Dependent
    @Named("request-retention")
    RetentionRule endedRequests(Config config) {
        return new RetentionRule("request", FORGET, config.requests());
    }
}
