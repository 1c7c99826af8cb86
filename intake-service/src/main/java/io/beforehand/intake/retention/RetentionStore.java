package io.beforehand.intake.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Bounded deletes, one statement each. */
@ApplicationScoped
class RetentionStore {

    private static final String EVENTS = """
            DELETE FROM received_event WHERE (source, id) IN (
                SELECT source, id FROM received_event
                 WHERE received_at < beforehand_now() - $1::bigint * interval '1 second'
                 ORDER BY received_at LIMIT $2::int FOR UPDATE SKIP LOCKED)""";

    /** A conversation goes with its latest request; what is written in it later opens a new one. */
    private static final String REQUESTS = """
            WITH old AS (
                SELECT id FROM request
                 WHERE status = 'closed' AND changed_at < beforehand_now() - $1::bigint * interval '1 second'
                 ORDER BY changed_at LIMIT $2::int FOR UPDATE SKIP LOCKED),
            conversations AS (
                DELETE FROM conversation c USING request r
                 WHERE r.id IN (SELECT id FROM old) AND c.request_id = r.id
                   AND (c.channel, c.account, c.conversation) = (r.channel, r.account, r.conversation))
            DELETE FROM request WHERE id IN (SELECT id FROM old)""";

    private final Pool pool;

    RetentionStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Long> forgetEvents(Duration age, int atMost) {
        return run(EVENTS, age, atMost);
    }

    Uni<Long> forgetRequests(Duration age, int atMost) {
        return run(REQUESTS, age, atMost);
    }

    private Uni<Long> run(String sql, Duration age, int atMost) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(age.toSeconds(), atMost))
                .map(rows -> (long) rows.rowCount());
    }
}
