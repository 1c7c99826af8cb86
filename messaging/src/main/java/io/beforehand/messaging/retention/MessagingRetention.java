package io.beforehand.messaging.retention;

import io.beforehand.messaging.MessagingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** The rules of messaging's own tables. What was set aside and not replayed stays until somebody decides. */
@ApplicationScoped
class MessagingRetention {

    private final MessagingConfig config;

    MessagingRetention(MessagingConfig config) {
        this.config = config;
    }

    @Produces
    @Dependent
    @Named("dead-letter-retention")
    RetentionRule replayedDeadLetters() {
        return new RetentionRule("dead_letter", """
                DELETE FROM dead_letter WHERE id IN (
                    SELECT id FROM dead_letter WHERE state = 'replayed' AND replayed_at < $1 LIMIT $2)""", config.keep());
    }

    /** An event whose request never came: its opening was lost with another owner's database. */
    @Produces
    @Dependent
    @Named("early-event-retention")
    RetentionRule earlyEvents() {
        return new RetentionRule("early_event", """
                DELETE FROM early_event WHERE (request_id, owner, seq) IN (
                    SELECT request_id, owner, seq FROM early_event WHERE stored_at < $1 LIMIT $2)""", config.keep());
    }

    /** A hole that nobody filled in all that time. */
    @Produces
    @Dependent
    @Named("stream-hole-retention")
    RetentionRule streamHoles() {
        return new RetentionRule("stream_hole", """
                DELETE FROM stream_hole WHERE (request_id, owner, seq) IN (
                    SELECT request_id, owner, seq FROM stream_hole WHERE left_at < $1 LIMIT $2)""", config.keep());
    }
}
