package io.beforehand.messaging.transaction;

import io.beforehand.events.StreamEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A running transaction: a connection, the moment it counts as, and what it will publish.
 *
 * <p>What is published is stored in the outbox at the end of the transaction, after every row lock was taken: so outbox rows
 * of one request are numbered in the order of its stream.
 */
public final class Transaction {

    private final SqlConnection sql;
    private final Instant now;
    private final List<StreamEvent> published = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final TimedWork timed;

    Transaction(SqlConnection sql, Instant now, TimedWork timed) {
        this.sql = sql;
        this.now = now;
        this.timed = timed;
    }

    public SqlConnection sql() {
        return sql;
    }

    /** The database's {@code beforehand_now()} at the start of the transaction. */
    public Instant now() {
        return now;
    }

    /** Has the event sent once the transaction is committed. Its sequence was given out under its request's row lock. */
    public void publish(StreamEvent event) {
        published.add(event);
    }

    public void publish(Collection<StreamEvent> events) {
        published.addAll(events);
    }

    /** Events that are stored ahead of the moment at which they are to be sent, and what became of those stored before. */
    public TimedWork timed() {
        return timed;
    }

    /** Runs once the transaction is known to be committed. Lost in a crash: for what only makes memory follow the tables. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<StreamEvent> published() {
        return published;
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }
}
