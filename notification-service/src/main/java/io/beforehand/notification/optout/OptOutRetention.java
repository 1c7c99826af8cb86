package io.beforehand.notification.optout;

import io.beforehand.messaging.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** Lets go of what customers said once nothing older can be told any more. Who opted out stays so. */
@ApplicationScoped
class OptOutRetention {

    /** Channels tell for up to a week what happened; as long again may go by until it is heard. */
    private static final Duration KEEP = Duration.ofDays(14);

    @Produces
    @Dependent
    @Named("opt-out-word-retention")
    RetentionRule words() {
        return new RetentionRule("opt_out_word", """
                DELETE FROM opt_out_word WHERE (channel, account, address) IN (
                    SELECT channel, account, address FROM opt_out_word WHERE at < $1 ORDER BY at LIMIT $2)""", KEEP);
    }
}
