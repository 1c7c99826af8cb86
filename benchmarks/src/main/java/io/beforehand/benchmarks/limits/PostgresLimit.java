package io.beforehand.benchmarks.limits;

import io.beforehand.benchmarks.load.Latencies;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How fast PostgreSQL stores rows of some 200 bytes durably. */
public final class PostgresLimit {
    private static final int CLIENTS = 16;
    private static final int MANY = 100;
    private static final String TEXT = "x".repeat(200);
    private static final String INSERT = "INSERT INTO raw_row (text) SELECT '" + TEXT + "' FROM generate_series(1, ?)";

    private final Callable<Connection> connections;

    /** @param connections opens one to a database of our own */
    public PostgresLimit(Callable<Connection> connections) {
        this.connections = connections;
    }

    /** Makes the table, anew. */
    public void prepare() throws Exception {
        try (Connection connection = connections.call();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS raw_row");
            statement.execute("CREATE TABLE raw_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)");
        }
    }

    /** Rows a second with one row a commit. */
    public double singleRows(Duration length) throws Exception {
        return rowsPerSecond(1, length);
    }

    /** Rows a second with 100 rows a commit. */
    public double hundredRows(Duration length) throws Exception {
        return rowsPerSecond(MANY, length);
    }

    /** How long each commit of one row takes when nobody else is there. */
    public Latencies commits(Duration length) throws Exception {
        Histogram micros = new Histogram(3);
        insert(1, length, micros);
        return Latencies.of(micros);
    }

    private double rowsPerSecond(int rows, Duration length) throws Exception {
        long commits = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> insert(rows, length, new Histogram(3))));
            }
            for (Future<Long> client : running) {
                commits += client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return commits * rows * 1e9 / length.toNanos();
    }

    /** The length counts from when the client is connected. */
    private long insert(int rows, Duration length, Histogram micros) throws Exception {
        try (Connection connection = connections.call();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, rows);
            long commits = 0;
            long end = System.nanoTime() + length.toNanos();
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                insert.executeUpdate();
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before));
                commits++;
            }
            return commits;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a row: " + e.getMessage(), e);
        }
    }
}
