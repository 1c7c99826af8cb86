package io.beforehand.benchmarks.limits;

import io.beforehand.benchmarks.load.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long a durable commit of one small row takes while the system runs: one every 50 ms. Commits that a slow one kept from being
 * tried count as if they had waited too.
 */
public final class CommitProbe implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(50);

    private final Connection connection;
    private final PreparedStatement insert;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("commit-probe").factory());
    private Histogram micros = new Histogram(3);

    /** @param connection to a database of our own; closed with the probe */
    public CommitProbe(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS probe (at timestamptz NOT NULL)");
        }
        this.insert = connection.prepareStatement("INSERT INTO probe VALUES (clock_timestamp())");
        timer.scheduleAtFixedRate(this::commit, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on counts a new phase. */
    public synchronized void begin() {
        micros = new Histogram(3);
    }

    /** The commits of the phase so far. */
    public synchronized Latencies phase() {
        return Latencies.of(micros);
    }

    @Override
    public void close() throws SQLException {
        timer.close();
        connection.close();
    }

    private void commit() {
        long before = System.nanoTime();
        try {
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the probe's row was refused", e);
        }
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before);
        synchronized (this) {
            micros.recordValueWithExpectedInterval(took, TimeUnit.MILLISECONDS.toMicros(STEP.toMillis()));
        }
    }
}
