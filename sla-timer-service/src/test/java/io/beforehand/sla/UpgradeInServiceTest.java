package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of clocks that were stored before there were verdicts and reasons of pauses. */
@QuarkusTest
class UpgradeInServiceTest extends ServiceTest {

    private static final String BEFORE_VERDICTS = "102";
    private static final String SCHEMA = "upgrade";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection database;

    @BeforeEach
    void connect() throws SQLException {
        database = DriverManager.getConnection(url, user, password);
        database.setSchema(SCHEMA);
    }

    @AfterEach
    void cleanUp() throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        }
        database.close();
    }

    @Test
    void whatWasDecidedBeforeIsCountedAndWhatWasPausedIsPausedStill() throws SQLException {
        // Given a request with one clock that was met, one breached after a pause, and one paused
        migrate(BEFORE_VERDICTS);
        execute("""
                INSERT INTO request (id, partition, priority, tier, channel, category, team, status, policy_id, policy_version,
                    requests_seq, routing_seq, notifications_seq, sla_seq, head_at, head_owner, head_seq, revision, calendar_version)
                VALUES ('r1', 0, 'high', '', 'chat', '', 'billing', 'pending', 'high', 1,
                    1, 0, 0, 1, now(), 0, 1, 1, 1)""");
        clock("acknowledgement", "met", "[]", "NULL", "'2026-03-02T09:00:40Z'", "NULL");
        clock(
                "first-response",
                "breached",
                "[[\"2026-03-02T09:10:00Z\", \"2026-03-02T09:20:00Z\"]]",
                "NULL",
                "'2026-03-02T11:00:00Z'",
                "'fulfilled'");
        clock("resolution", "paused", "[]", "'2026-03-02T09:30:00.5Z'", "NULL", "'pending'");

        // When
        migrate("latest");

        // Then
        assertThat(rows("SELECT metric, met, took_millis, team, agent FROM verdict ORDER BY metric"))
                .containsExactly(
                        List.of("acknowledgement", "t", "40000", "billing", ""),
                        List.of("first-response", "f", "null", "billing", ""));
        assertThat(
                        rows(
                                "SELECT metric, pauses::text, last_pause_at = '2026-03-02T09:30:00.5Z' FROM clock ORDER BY metric"))
                .containsExactly(
                        List.of("acknowledgement", "[]", "null"),
                        List.of(
                                "first-response",
                                "[{\"to\": \"2026-03-02T09:20:00Z\", \"from\": \"2026-03-02T09:10:00Z\", \"status\": \"pending\"}]",
                                "f"),
                        List.of(
                                "resolution",
                                "[{\"from\": \"2026-03-02T09:30:00.500000Z\", \"status\": \"pending\"}]",
                                "t"));
    }

    @Test
    void whoIsWaitedForIsWhoTheHistorySaysOrTheCustomer() throws SQLException {
        // Given requests that were stored before anybody asked whom they wait for
        migrate("150");
        request("open", "open");
        request("unsaid", "pending");
        request("held", "on-hold");
        request("supplied", "on-hold");
        moved("unsaid", 2, "pending", "");
        moved("held", 2, "on-hold", "supplier");
        moved("held", 3, "on-hold", "");
        moved("supplied", 2, "pending", "customer");
        moved("supplied", 3, "on-hold", "supplier");

        // When
        migrate("latest");

        // Then
        assertThat(rows("SELECT id, waits_for FROM request ORDER BY id"))
                .containsExactly(
                        List.of("held", ""),
                        List.of("open", ""),
                        List.of("supplied", "supplier"),
                        List.of("unsaid", "customer"));
    }

    private void request(String id, String status) throws SQLException {
        execute("""
                INSERT INTO request (id, partition, priority, tier, channel, category, team, customer, status, policy_id,
                    policy_version, requests_seq, routing_seq, notifications_seq, sla_seq, head_at, head_owner, head_seq, revision,
                    calendar_version, forecast_cycle, time_zone, with_team)
                VALUES ('%s', 0, 'high', '', 'chat', '', '', '', '%s', 'high', 1, 1, 0, 0, 1, now(), 0, 1, 1, 1, 0, '', '')""".formatted(id, status));
    }

    private void moved(String id, int sequence, String status, String party) throws SQLException {
        execute("""
                INSERT INTO history (request_id, owner, seq, at, kind, status, reason, party)
                VALUES ('%s', 0, %d, '2026-03-02T09:00:00Z', 'status-moved', '%s', '', '%s')""".formatted(id, sequence, status, party));
    }

    private void clock(String metric, String state, String pauses, String pausedAt, String endedAt, String reason)
            throws SQLException {
        execute("""
                INSERT INTO clock (request_id, metric, cycle, state, policy_id, policy_version, calendar_id, calendar_version,
                    goal_millis, warnings, pause_on, started_at, due_at, pauses, paused_at, ended_at, reason, provisional, firings)
                VALUES ('r1', '%s', 1, '%s', 'high', 1, 'always', 1, 3600000, '[]', '["pending"]', '2026-03-02T09:00:00Z',
                    '2026-03-02T10:00:00Z', '%s', %s, %s, %s, false, '{}')""".formatted(metric, state, pauses, pausedAt, endedAt, reason));
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String statement) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private List<List<String>> rows(String query) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
        }
        return all;
    }
}
