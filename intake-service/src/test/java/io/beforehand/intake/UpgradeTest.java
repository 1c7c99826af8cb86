package io.beforehand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was stored before customers were told apart by kind. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class UpgradeTest {

    private static final String SCHEMA = "upgrade_test";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection database;

    @BeforeEach
    void anEmptySchema() throws SQLException {
        database = DriverManager.getConnection(url, user, password);
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        execute("CREATE SCHEMA " + SCHEMA);
        execute("SET search_path TO " + SCHEMA);
    }

    @AfterEach
    void goes() throws SQLException {
        execute("DROP SCHEMA " + SCHEMA + " CASCADE");
        database.close();
    }

    @Test
    void aCustomerIsOfTheKindByWhichHeLastWrote() throws SQLException {
        // Given
        migrate("221");
        wrote(customer("social", "1", null), "weibo", "telegram");
        UUID before = customer("social", "2", null);
        UUID group = wrote(before, "whatsapp");
        customer("social", "3", before);
        wrote(customer("voice", "+15550100", null), "cti");
        wrote(customer("chat", "lin", null), (String) null);
        customer("social", "4", null);
        wroteIn(group, customer("social", "5", null), 9, "whatsapp");

        // When
        migrate("latest");

        // Then
        assertThat(rows("SELECT native_id || ' ' || kind FROM customer ORDER BY native_id"))
                .containsExactly("+15550100 ", "1 telegram", "2 whatsapp", "3 whatsapp", "4 ", "5 whatsapp", "lin ");
        customer("social", "1", null);
    }

    private UUID customer(String channel, String nativeId, @Nullable UUID mergedInto) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                INSERT INTO customer (id, channel, account, native_id, first_seen, last_seen, merged_into)
                VALUES ('%s', '%s', 'main', '%s', now(), now()::date, %s)""".formatted(id, channel, nativeId, mergedInto == null ? "NULL" : "'" + mergedInto + "'"));
        return id;
    }

    /**
     * @param kinds by whose webhooks, one message after the other; null for none's
     * @return his request
     */
    private UUID wrote(UUID customer, @Nullable String... kinds) throws SQLException {
        UUID request = UUID.randomUUID();
        execute("""
                INSERT INTO request (id, number, status, priority, priority_reason, channel, account, conversation, customer_id,
                                     opened_at, received_at, changed_at, last_seq)
                SELECT '%s', '%s', 'open', 'standard', 'default', channel, account, id::text, id, now(), now(), now(), 1
                  FROM customer WHERE id = '%s'""".formatted(request, request, customer));
        for (int i = 0; i < kinds.length; i++) {
            wroteIn(request, customer, i, kinds[i]);
        }
        return request;
    }

    /** @param number a digit that no other message of the request has */
    private void wroteIn(UUID request, UUID customer, int number, @Nullable String kind) throws SQLException {
        execute("""
                INSERT INTO message (request_id, id, direction, author_kind, author_id, occurred_at, received_at, kind)
                SELECT '%s', '00000000-0000-7000-8000-00000000000%d', 'in', 'customer', native_id, now(), now(), %s
                  FROM customer WHERE id = '%s'""".formatted(request, number, kind == null ? "NULL" : "'" + kind + "'", customer));
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

    private List<String> rows(String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
