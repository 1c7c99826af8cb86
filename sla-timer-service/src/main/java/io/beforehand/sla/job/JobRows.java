package io.beforehand.sla.job;

import io.beforehand.sla.book.Documents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of jobs; one statement for each step. */
@ApplicationScoped
class JobRows {

    /** A job that was not touched for so long has nobody who works on it. */
    private static final Duration FORSAKEN = Duration.ofSeconds(30);

    private static final String START = """
            INSERT INTO job (id, kind, state, requests_done, requests_total, started_at, seen_at)
            VALUES ($1, $2, 'running', 0, 0, beforehand_now(), clock_timestamp())""";

    private static final String MOVE = """
            UPDATE job SET requests_done = $2, requests_total = $3, seen_at = clock_timestamp() WHERE id = $1""";

    private static final String FINISH = """
            UPDATE job SET state = $2, requests_done = $3, requests_total = $4, result = $5::text::json, problem = $6,
                           seen_at = clock_timestamp(), finished_at = beforehand_now()
             WHERE id = $1""";

    private static final String FIND = """
            SELECT id, kind, requests_done, requests_total, result::text, problem, started_at, finished_at,
                   CASE WHEN state = 'running' AND seen_at < clock_timestamp() - $3::bigint * interval '1 millisecond'
                        THEN 'interrupted' ELSE state END AS state
              FROM job WHERE id = $1 AND kind = $2""";

    private final Pool pool;

    JobRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> start(UUID id, String kind) {
        return execute(START, Tuple.of(id, kind));
    }

    Uni<Void> move(UUID id, long done, long total) {
        return execute(MOVE, Tuple.of(id, done, total));
    }

    Uni<Void> finish(UUID id, String state, long done, long total, @Nullable String result, @Nullable String problem) {
        return execute(FINISH, Tuple.of(id, state, done, total, result, problem));
    }

    Uni<Optional<JobView>> find(UUID id, String kind) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, kind, FORSAKEN.toMillis()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(view(rows.iterator().next())));
    }

    private Uni<Void> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static JobView view(Row row) {
        return new JobView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("state"),
                row.getLong("requests_done"),
                row.getLong("requests_total"),
                row.get(OffsetDateTime.class, "started_at").toInstant(),
                Optional.ofNullable(row.get(OffsetDateTime.class, "finished_at"))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("problem")),
                Optional.ofNullable(row.getString("result")).map(Documents::stored));
    }
}
