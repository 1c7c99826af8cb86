package io.beforehand.sla.job;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Answers are kept for a while. */
@ApplicationScoped
class JobRetention {

    private static final String FORGET = """
            DELETE FROM job WHERE id IN (SELECT id FROM job WHERE started_at < $1 ORDER BY started_at LIMIT $2)""";

    /** How long answers are kept. */
    @ConfigMapping(prefix = "beforehand.sla.jobs.retention")
    interface Config {

        /** Time since the question was asked. */
        @WithDefault("30d")
        Duration answers();
    }

    @Produces
    @Dependent
    @Named("job-retention")
    RetentionRule oldJobs(Config config) {
        return new RetentionRule("job", FORGET, config.answers());
    }
}
