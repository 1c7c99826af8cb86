package io.beforehand.sla.report;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Verdicts are forgotten by their own age, whatever became of their requests. */
@ApplicationScoped
class VerdictRetention {

    static final String FORGET = """
            DELETE FROM verdict WHERE (request_id, metric, cycle) IN (
                SELECT request_id, metric, cycle FROM verdict WHERE at < $1
                 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    /** How far back reports reach. */
    @ConfigMapping(prefix = "beforehand.sla.report")
    interface Config {

        /** Time since a verdict: a year and a month, so that any month can be compared with the same of the year before. */
        @WithDefault("400d")
        Duration keep();
    }

    @Produces
    @Dependent
    @Named("verdict-retention")
    RetentionRule oldVerdicts(Config config) {
        return new RetentionRule("verdict", FORGET, config.keep());
    }
}
