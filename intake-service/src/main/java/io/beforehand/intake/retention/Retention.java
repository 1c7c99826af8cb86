package io.beforehand.intake.retention;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.messaging.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.time.Duration;

/** The rules of intake's tables. Rows that somebody works with are left for the next time. */
@ApplicationScoped
class Retention {

    /** A shorter memory would let a redelivered event open a second request. */
    private static final Duration SHORTEST_MEMORY = Duration.ofDays(7);

    /** The day that a customer was last heard of is known in days of UTC. */
    private static final Duration SHORTEST_ACQUAINTANCE = Duration.ofDays(2);

    private final IntakeConfig.Keep keep;

    Retention(IntakeConfig config) {
        this.keep = config.keep();
        if (keep.eventIds().compareTo(SHORTEST_MEMORY) < 0) {
            throw new IllegalArgumentException("beforehand.intake.keep.event-ids must be at least " + SHORTEST_MEMORY);
        }
        if (keep.customers().compareTo(SHORTEST_ACQUAINTANCE) < 0) {
            throw new IllegalArgumentException(
                    "beforehand.intake.keep.customers must be at least " + SHORTEST_ACQUAINTANCE);
        }
    }

    @Produces
    @Dependent
    @Named("received-event-retention")
    RetentionRule eventIds() {
        return new RetentionRule("received_event", """
                DELETE FROM received_event WHERE (source, id) IN (
                    SELECT source, id FROM received_event WHERE received_at < $1
                     ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)""", keep.eventIds());
    }

    @Produces
    @Dependent
    @Named("early-change-retention")
    RetentionRule earlyChanges() {
        return new RetentionRule("early_change", """
                DELETE FROM early_change WHERE (native_id, kind, channel, account) IN (
                    SELECT native_id, kind, channel, account FROM early_change WHERE received_at < $1
                     ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)""", keep.earlyChanges());
    }

    @Produces
    @Dependent
    @Named("early-answer-retention")
    RetentionRule earlyAnswers() {
        return new RetentionRule("early_answer", """
                DELETE FROM early_answer WHERE id IN (
                    SELECT id FROM early_answer WHERE received_at < $1 ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED)""", keep.earlyChanges());
    }

    /**
     * A conversation goes with its latest request; what is written in it later opens a new one. One that goes on in another request
     * stays as long as that does: it is a part of its history, and leads what is written into it.
     */
    @Produces
    @Dependent
    @Named("request-retention")
    RetentionRule closedRequests() {
        return new RetentionRule("request", """
                WITH old AS (
                    SELECT id FROM request r WHERE status = 'closed' AND changed_at < $1
                       AND NOT EXISTS (SELECT FROM request i WHERE i.id = r.merged_into AND (i.status <> 'closed' OR i.changed_at >= $1))
                     ORDER BY changed_at LIMIT $2 FOR UPDATE SKIP LOCKED),
                conversations AS (
                    DELETE FROM conversation c USING request r
                     WHERE r.id IN (SELECT id FROM old) AND c.request_id = r.id
                       AND (c.channel, c.account, c.conversation) = (r.channel, r.account, r.conversation))
                DELETE FROM request WHERE id IN (SELECT id FROM old)""", keep.closedRequests());
    }

    /** One who writes at this moment is locked, or was seen today. */
    @Produces
    @Dependent
    @Named("customer-retention")
    RetentionRule customers() {
        return new RetentionRule("customer", """
                DELETE FROM customer WHERE id IN (
                    SELECT id FROM customer c WHERE last_seen < ($1::timestamptz AT TIME ZONE 'UTC')::date
                       AND NOT EXISTS (SELECT FROM request r WHERE r.customer_id = c.id)
                       AND NOT EXISTS (SELECT FROM customer m WHERE m.merged_into = c.id)
                     ORDER BY last_seen LIMIT $2 FOR UPDATE SKIP LOCKED)""", keep.customers());
    }
}
