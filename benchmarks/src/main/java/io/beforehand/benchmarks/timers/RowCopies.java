package io.beforehand.benchmarks.timers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Makes many rows out of one that a subject stored itself: alike in everything but what is said to differ. So they are as the subject
 * would have stored them, whatever its tables look like, in seconds instead of hours.
 */
public final class RowCopies {
    private final Connection connection;

    public RowCopies(Connection connection) {
        this.connection = connection;
    }

    /** The alarms to be made, in a table {@code alarm(id, partition, due)} that goes with the connection. */
    public void stage(Plan plan, ToIntFunction<String> partition) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS alarm");
            statement.execute(
                    "CREATE TEMP TABLE alarm (id text NOT NULL, partition smallint NOT NULL, due timestamptz NOT NULL)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO alarm SELECT * FROM unnest(?::text[], ?::smallint[], ?::text[]::timestamptz[])")) {
            int step = 10_000;
            for (int from = 0; from < plan.size(); from += step) {
                int size = Math.min(step, plan.size() - from);
                String[] ids = new String[size];
                Short[] partitions = new Short[size];
                String[] dues = new String[size];
                for (int i = 0; i < size; i++) {
                    ids[i] = plan.id(from + i);
                    partitions[i] = (short) partition.applyAsInt(ids[i]);
                    dues[i] = plan.due(from + i).toString();
                }
                insert.setArray(1, connection.createArrayOf("text", ids));
                insert.setArray(2, connection.createArrayOf("smallint", partitions));
                insert.setArray(3, connection.createArrayOf("text", dues));
                insert.executeUpdate();
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * One copy for each staged alarm.
     *
     * @param differing SQL by column: {@code a} is the alarm, {@code t} the row that is copied
     * @param others SQL for columns of that type, {@code %s} the column, where nothing else is said
     * @param where which row is copied, in terms of {@code t}
     */
    public void copy(String table, Map<String, String> differing, Map<String, String> others, String where)
            throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT column_name, data_type FROM"
                + " information_schema.columns WHERE table_schema = 'public' AND lower(table_name) = lower(?)")) {
            query.setString(1, table);
            try (ResultSet columns = query.executeQuery()) {
                while (columns.next()) {
                    String column = columns.getString(1);
                    names.add('"' + column + '"');
                    values.add(differing.getOrDefault(
                            column,
                            others.getOrDefault(columns.getString(2), "%s").formatted("t.\"" + column + '"')));
                }
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO %s (%s) SELECT %s FROM %s t, alarm a WHERE %s"
                    .formatted(
                            table,
                            String.join(", ", names),
                            values.stream().collect(Collectors.joining(", ")),
                            table,
                            where));
            // Foreign keys to it are checked row by row, by a plan that must not take it for empty.
            statement.execute("ANALYZE " + table);
        }
    }

    /** So that no statement of the run is planned for tables of another size. */
    public void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }
}
