package io.beforehand.benchmarks.counts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** What the services have still to do: events not sent yet and records not processed yet. */
public final class Backlog {
    private static final String UNSENT = "SELECT count(*) FROM outbox";
    private static final String PROCESSED = "SELECT topic, sum(next_offset) FROM consumer_position GROUP BY topic";
    private static final String DEAD = "SELECT count(*) FROM dead_letter";

    private final Map<String, Connection> databases;
    private final Topics topics;

    /** @param databases as for {@link CountReader} */
    public Backlog(Map<String, Connection> databases, Topics topics) {
        this.databases = Map.copyOf(databases);
        this.topics = topics;
    }

    /** Rows and records, all services together. */
    public long size() throws SQLException {
        Map<String, Long> ends = topics.records();
        long size = 0;
        for (Connection database : databases.values()) {
            size += number(database, UNSENT) + unprocessed(database, ends);
        }
        return size;
    }

    /** Events that any service has set aside. */
    public long deadLetters() throws SQLException {
        long letters = 0;
        for (Connection database : databases.values()) {
            letters += number(database, DEAD);
        }
        return letters;
    }

    /** The requests that intake has. */
    public long requests() throws SQLException {
        return number(Objects.requireNonNull(databases.get("intake")), "SELECT count(*) FROM request");
    }

    private static long unprocessed(Connection database, Map<String, Long> ends) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(PROCESSED)) {
            long behind = 0;
            while (rows.next()) {
                behind += Math.max(0, ends.getOrDefault(rows.getString(1), 0L) - rows.getLong(2));
            }
            return behind;
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
