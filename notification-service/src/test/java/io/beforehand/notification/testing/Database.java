package io.beforehand.notification.testing;

import io.beforehand.localstack.testing.LocalStackResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The service's database from outside: moves its time and looks into its tables. */
public final class Database {

    private Database() {}

    /** Moves {@code beforehand_now()}; negative and zero are fine. */
    public static void ahead(Duration by) {
        execute("CREATE OR REPLACE FUNCTION beforehand_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS"
                + " 'SELECT clock_timestamp() + " + by.toMillis() + " * interval ''1 millisecond'''");
    }

    /** Puts what is to be tried again off until the time is moved ahead: otherwise it is tried in a few seconds by itself. */
    public static void putRetriesOff(Duration by) {
        execute("UPDATE delivery SET next_attempt_at = next_attempt_at + " + by.toSeconds()
                + " * interval '1 second' WHERE state = 'failed'");
    }

    public static void execute(String... statements) {
        try (Connection connection = LocalStackResource.postgres().connect("notification");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    public static String value(String query) {
        try (Connection connection = LocalStackResource.postgres().connect("notification");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
