package io.beforehand.stories;

import io.beforehand.localstack.LocalPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What routing's database says of the staff's two channels, each answer from one snapshot. */
final class RoutingTables implements AutoCloseable {

    private static final String HELD = """
            SELECT agent_id, channel, count(*) FROM routed_request
             WHERE state = 'assigned' AND agent_id LIKE 'staff-%' GROUP BY 1, 2""";

    private static final String ASSIGNED = """
            SELECT request_id FROM routed_request
             WHERE state = 'assigned' AND agent_id LIKE 'staff-%' ORDER BY since""";

    private static final String ENDED =
            "SELECT count(*) FROM routed_request WHERE state = 'ended' AND request_id = ANY (?)";

    private static final String WAITING =
            "SELECT count(*) FROM routed_request WHERE state = 'waiting' AND channel IN ('sms', 'social')";

    private static final String FREE_FOR_WHO_WAITS = """
            SELECT count(*) FROM agent_load l
             WHERE l.presence = 'available' AND l.agent_id LIKE 'staff-%'
               AND EXISTS (SELECT FROM routed_request r
                            WHERE r.state = 'waiting'
                              AND l.used + CASE r.channel WHEN 'sms' THEN l.cost[4]
                                                          WHEN 'social' THEN l.cost[5] END <= l.whole)""";

    private final Connection connection;

    RoutingTables(LocalPostgres postgres) {
        try {
            connection = postgres.connect("routing");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Requests of each channel by the agents who have some. */
    synchronized Map<String, Map<String, Integer>> held() {
        Map<String, Map<String, Integer>> held = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HELD);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                held.computeIfAbsent(rows.getString(1), _ -> new HashMap<>()).put(rows.getString(2), rows.getInt(3));
            }
            return held;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The longest held first. */
    synchronized List<String> assigned() {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ASSIGNED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    synchronized int ended(Collection<String> requestIds) {
        try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
            statement.setArray(1, connection.createArrayOf("text", requestIds.toArray()));
            return number(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    int waiting() {
        return number(WAITING);
    }

    /** People who could take one of those that wait. */
    int freeForWhoWaits() {
        return number(FREE_FOR_WHO_WAITS);
    }

    private synchronized int number(String query) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return number(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
