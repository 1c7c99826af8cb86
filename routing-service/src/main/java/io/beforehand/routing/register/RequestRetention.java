package io.beforehand.routing.register;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Lets go of requests that have long been over, with their histories. One that somebody works with is left for the next time. */
@ApplicationScoped
class RequestRetention {

    /** How long what routing knows is kept. */
    @ConfigMapping(prefix = "beforehand.routing.keep")
    interface Keep {

        /**
         * How long a request that is over is remembered: as long as it may be reopened and should then find its last owner,
         * and its history be read here.
         */
        @WithDefault("90d")
        Duration endedRequests();
    }

    private final Keep keep;

    RequestRetention(Keep keep) {
        this.keep = keep;
    }

    @Produces
    @Dependent
    @Named("routed-request-retention")
    RetentionRule endedRequests() {
        return new RetentionRule("routed_request", """
                DELETE FROM routed_request WHERE request_id = ANY (ARRAY (
                    SELECT request_id FROM routed_request WHERE state = 'ended' AND since < $1
                     ORDER BY since LIMIT $2 FOR UPDATE SKIP LOCKED))""", keep.endedRequests());
    }
}
