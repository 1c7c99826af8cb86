package io.beforehand.localstack;

import io.beforehand.localstack.ChildProcess.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL 18 server as a process of its own, on a given port and folder. What it acknowledged survives
 * {@link #kill()}: {@code synchronous_commit} and {@code full_page_writes} are always on, and so is {@code fsync} unless
 * the settings say otherwise.
 */
public final class LocalPostgres {
    /** The role that may do everything. */
    public static final String SUPERUSER = "postgres";

    private static final String LOCK = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param folder its data, log and pid file
     * @param password of the superuser; counts when the data folder is made
     * @param zone the server's time zone, e.g. {@code Asia/Shanghai}: tests should not rely on UTC
     * @param fsync off only where a crash of the whole machine may lose data
     */
    public record Settings(Path folder, int port, String password, String zone, boolean fsync) {
        public Settings {
            folder = folder.toAbsolutePath();
        }

        /** Durable against a power cut too. */
        public static Settings durable(Path folder, int port, String password) {
            return new Settings(folder, port, password, "UTC", true);
        }

        /** Survives the death of its processes, not of the machine; its zone is not UTC. */
        public static Settings forTests(Path folder, int port) {
            return new Settings(folder, port, "beforehand", "Asia/Shanghai", false);
        }
    }

    private final Settings settings;
    private final Path data;
    private final ChildProcess process;

    public LocalPostgres(Settings settings) {
        this.settings = settings;
        this.data = settings.folder().resolve("data");
        this.process = new ChildProcess("postgres", settings.folder(), "-D " + data, Signal.INT);
    }

    public int port() {
        return settings.port();
    }

    public Path log() {
        return process.log();
    }

    public boolean running() {
        return process.running();
    }

    /** Starts the server, making its data folder first if need be, and returns when it takes connections. */
    public synchronized void start() {
        Folders.create(settings.folder());
        if (!Files.isDirectory(data)) {
            PostgresCommands.initialise(settings, data);
        }
        forgetStrangersLock();
        process.start(PostgresCommands.server(settings, data), Map.of());
        boolean ready = Waiting.until(() -> ready() || !process.running(), PATIENCE);
        if (!ready || !process.running()) {
            process.kill();
            throw new LocalStackException("PostgreSQL did not start:\n" + process.lastWords());
        }
    }

    /** Rolls back what is running and ends the server cleanly. */
    public synchronized void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    /** Ends the server and all its children with SIGKILL, as a crash would. */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts the server on the same port and data, stopping it first when it runs. */
    public synchronized void restart() {
        stop();
        start();
    }

    /** Completes when the server has ended, however that came about. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** The running process, for those who measure it; empty when the server does not run. */
    public Optional<ProcessHandle> handle() {
        return process.handle();
    }

    /**
     * Makes a database and a role that owns it and can connect to no other; both have that name. Harmless when they
     * exist: only the password is set.
     */
    public void createDatabase(String name, String password) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        String literal = "'" + password.replace("'", "''") + "'";
        try (Connection connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            boolean roleExists = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
            statement.execute((roleExists ? "ALTER" : "CREATE") + " ROLE " + name + " LOGIN PASSWORD " + literal);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            for (String database : List.of(name, SUPERUSER, "template1")) {
                statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new LocalStackException("Database " + name + " could not be made: " + e.getMessage(), e);
        }
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, settings.password());
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + settings.port() + "/" + database;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** PostgreSQL's own pid file says so, in its first and last line. */
    private boolean ready() {
        List<String> lines = lockFile();
        return lines.size() >= 8
                && lines.get(7).strip().equals("ready")
                && process.handle()
                        .filter(running -> lines.getFirst().equals(Long.toString(running.pid())))
                        .isPresent();
    }

    /**
     * After a SIGKILL the lock file stays. PostgreSQL sees by itself when its pid is nobody's any more, but not when it
     * has been given to a stranger meanwhile.
     */
    private void forgetStrangersLock() {
        List<String> lines = lockFile();
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(holder -> !holder.info().commandLine().orElse("").contains(data.toString()))
                .ifPresent(stranger -> Folders.delete(data.resolve(LOCK)));
    }

    private List<String> lockFile() {
        try {
            return Files.readAllLines(data.resolve(LOCK));
        } catch (IOException absent) {
            return List.of();
        }
    }
}
