package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    static Path folder;

    static LocalPostgres postgres;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary;
        postgres = new LocalPostgres(LocalPostgres.Settings.forTests(folder, Ports.free()));
        postgres.start();
        postgres.createDatabase("intake", "secret of intake");
        postgres.createDatabase("routing", "secret of routing");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void whatWasCommittedSurvivesAKillOfTheServer() throws SQLException {
        // Given
        try (Connection connection = connect("intake", "intake")) {
            connection.createStatement().execute("CREATE TABLE promise (text TEXT)");
            connection.createStatement().execute("INSERT INTO promise VALUES ('四小时内回复')");
        }

        // When
        postgres.kill();
        assertThat(postgres.running()).isFalse();
        postgres.start();

        // Then
        assertThat(valueOf("SELECT text FROM promise")).isEqualTo("四小时内回复");
    }

    @Test
    void anotherObjectOnTheSameFolderFindsTheRunningServer() {
        // When
        LocalPostgres same = new LocalPostgres(LocalPostgres.Settings.forTests(folder, postgres.port()));

        // Then
        assertThat(same.running()).isTrue();
    }

    @Test
    void aStrangerWhoGotThePidOfAKilledServerDoesNotHinderItsRestart() throws Exception {
        // Given
        postgres.kill();
        Path lock = folder.resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(lock);
        Process stranger = new ProcessBuilder("sleep", "60").start();
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(lock, lines);

        // When
        postgres.start();

        // Then
        assertThat(valueOf("SELECT 'up'")).isEqualTo("up");
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void aRoleCannotReachTheDatabaseOfAnother() {
        for (String foreign : List.of("routing", "postgres", "template1")) {
            assertThatThrownBy(() -> connect("intake", foreign).close())
                    .as(foreign)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void makingADatabaseTwiceKeepsWhatIsInIt() throws SQLException {
        // Given
        postgres.createDatabase("sla", "first");
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("sla"), "sla", "first")) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 1 AS one");
        }

        // When
        postgres.createDatabase("sla", "second");

        // Then
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("sla"), "sla", "second");
                var rows = connection.createStatement().executeQuery("SELECT one FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void acknowledgedMeansWritten() throws SQLException {
        assertThat(valueOf("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(valueOf("SHOW full_page_writes")).isEqualTo("on");
        // The driver announces the JVM's zone when it connects, so the server's own is read where it was started.
        try (Connection connection = postgres.connect(LocalPostgres.SUPERUSER);
                var rows = connection.createStatement().executeQuery("SELECT pg_read_file('postmaster.opts')")) {
            rows.next();
            assertThat(rows.getString(1)).contains("timezone=Asia/Shanghai");
        }
    }

    private static Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, "secret of " + role);
    }

    private static String valueOf(String query) throws SQLException {
        try (Connection connection = connect("intake", "intake");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
