package io.beforehand.benchmarks.counts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads {@link Counts}. PostgreSQL's sessions report what they did at the latest ten seconds later. */
public final class CountReader {
    private static final String ROWS = """
            SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
                   sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del),
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')
            FROM pg_stat_user_tables""";

    private final Map<String, Connection> databases;
    private final Topics topics;

    /** @param databases a superuser's connections to the services' databases, by their names */
    public CountReader(Map<String, Connection> databases, Topics topics) {
        this.databases = Map.copyOf(databases);
        this.topics = topics;
    }

    public Counts read() throws SQLException {
        Map<String, Counts.Rows> rows = new HashMap<>();
        long wal = 0;
        for (Map.Entry<String, Connection> database : databases.entrySet()) {
            try (var statement = database.getValue().createStatement();
                    ResultSet row = statement.executeQuery(ROWS)) {
                row.next();
                rows.put(
                        database.getKey(),
                        new Counts.Rows(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
                wal = Math.max(wal, row.getLong(5));
            }
        }
        return new Counts(System.nanoTime(), rows, topics.records(), wal);
    }
}
