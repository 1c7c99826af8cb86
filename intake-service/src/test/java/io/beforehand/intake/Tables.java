package io.beforehand.intake;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** What is stored, to compare before and after. */
@ApplicationScoped
public class Tables {

    private final Pool pool;

    Tables(Pool pool) {
        this.pool = pool;
    }

    /** Everything that a call may leave behind, the outbox included. */
    public record Rows(long requests, long messages, long customers, long conversations, long events, long published) {}

    /** Rows as they are, and how many were ever put into the outbox. */
    public Rows count() {
        var row = pool.query("""
                        SELECT (SELECT count(*) FROM request) AS requests, (SELECT count(*) FROM message) AS messages,
                               (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM conversation) AS conversations,
                               (SELECT count(*) FROM received_event) AS events,
                               (SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass), 0)) AS published""").executeAndAwait().iterator().next();
        return new Rows(
                row.getLong("requests"),
                row.getLong("messages"),
                row.getLong("customers"),
                row.getLong("conversations"),
                row.getLong("events"),
                row.getLong("published"));
    }

    public long number(String sql) {
        return pool.query(sql).executeAndAwait().iterator().next().getLong(0);
    }

    public String text(String sql) {
        return pool.query(sql).executeAndAwait().iterator().next().getString(0);
    }

    public void execute(String sql) {
        pool.query(sql).executeAndAwait();
    }
}
