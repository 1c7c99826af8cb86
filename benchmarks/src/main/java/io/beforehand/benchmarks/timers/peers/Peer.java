package io.beforehand.benchmarks.timers.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.beforehand.benchmarks.timers.Plan;
import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.benchmarks.timers.Subject;
import io.beforehand.benchmarks.timers.TimerStack;
import io.beforehand.localstack.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A timer of others, in a database and with a topic of its own. */
public abstract class Peer implements Subject, AutoCloseable {
    /** As many as the service has. */
    private static final int CONNECTIONS = 20;

    static final int THREADS = 20;

    final HikariDataSource pool;
    final PeerRecords records;
    private final TimerStack stack;
    private final String name;
    private final String database;
    private final Connection connection;

    /** @param database also the name of the topic */
    Peer(TimerStack stack, String name, String database) throws SQLException {
        this.stack = stack;
        this.name = name;
        this.database = database;
        this.connection = stack.database(database);
        stack.createTopics(database);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(stack.local().postgres().jdbcUrl(database));
        config.setUsername(LocalPostgres.SUPERUSER);
        config.setPassword(stack.local().secrets().databasePassword());
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
        this.records = new PeerRecords(stack.bootstrapServers(), database);
    }

    /** One row for each alarm of {@code alarm(id, due)}. */
    abstract void store(RowCopies copies) throws SQLException;

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String topic() {
        return database;
    }

    @Override
    public void outstanding(int count) throws SQLException {
        if (count > 0) {
            Instant farAway = Instant.now().plus(Duration.ofHours(20));
            arm(new Plan("far", farAway, count / 360_000.0, Duration.ofHours(100)));
        }
    }

    @Override
    public void arm(Plan plan) throws SQLException {
        RowCopies copies = new RowCopies(connection);
        copies.stage(plan, _ -> 0);
        store(copies);
        copies.analyze();
    }

    /** Its rows go with it. */
    @Override
    public void close() throws SQLException {
        records.close();
        pool.close();
        connection.close();
        try (Connection server = stack.local().postgres().connect(LocalPostgres.SUPERUSER);
                var statement = server.createStatement()) {
            statement.execute("DROP DATABASE " + database + " WITH (FORCE)");
        }
    }
}
