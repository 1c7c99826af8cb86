package io.beforehand.routing.testing;

import io.beforehand.localstack.testing.LocalStackResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Moves the one clock that decides, for as long as it is open. */
public final class DatabaseClock implements AutoCloseable {

    private DatabaseClock() {}

    public static DatabaseClock ahead(Duration by) {
        set("clock_timestamp() + interval '" + by.toSeconds() + " seconds'");
        return new DatabaseClock();
    }

    @Override
    public void close() {
        set("clock_timestamp()");
    }

    private static void set(String expression) {
        execute("CREATE OR REPLACE FUNCTION beforehand_now() RETURNS timestamptz "
                + "LANGUAGE sql STABLE PARALLEL SAFE AS $$SELECT " + expression + "$$");
    }

    private static void execute(String sql) {
        String url =
                "jdbc:postgresql://localhost:" + LocalStackResource.postgres().port() + "/routing";
        try (Connection connection = DriverManager.getConnection(url, "routing", LocalStackResource.DATABASE_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
