package io.beforehand.sla.waiver;

import io.beforehand.messaging.retention.RetentionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Waivers are kept as proof, longer than what they are about. */
@ApplicationScoped
class WaiverRetention {

    static final String FORGET = """
            DELETE FROM waiver WHERE id IN (
                SELECT id FROM waiver WHERE asked_at < $1 ORDER BY asked_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

    /** How long they prove something. */
    @ConfigMapping(prefix = "beforehand.sla.waiver")
    interface Config {

        /** Time since a waiver was asked for. Longer than reports reach back, as it can be asked for long after the breach. */
        @WithDefault("1000d")
        Duration keep();
    }

    @Produces
    @Dependent
    @Named("waiver-retention")
    RetentionRule oldWaivers(Config config) {
        return new RetentionRule("waiver", FORGET, config.keep());
    }
}
