package io.beforehand.localstack.testing;

import io.beforehand.localstack.Guard;
import io.beforehand.localstack.Guard.Afterwards;
import io.beforehand.localstack.LocalKafka;
import io.beforehand.localstack.LocalPostgres;
import io.beforehand.localstack.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Gives {@code @QuarkusTest}s a real Kafka and a real PostgreSQL (its zone is not UTC), started once per JVM, gone with
 * it. A test may kill and restart either: {@code LocalStackResource.kafka().kill()}.
 *
 * <p>Each application start of a test JVM has its own class loader, so the stack is found again by system properties
 * that hold nothing but its folder and ports.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {
    public static final String OPERATOR_TOKEN = "operator-token-of-the-tests";
    public static final String DATABASE_PASSWORD = "beforehand";

    private static final List<String> DATABASES = List.of("intake", "routing", "sla", "notification");
    private static final String FOLDER = "beforehand.local-stack.folder";
    private static final String KAFKA_PORT = "beforehand.local-stack.kafka-port";
    private static final String POSTGRES_PORT = "beforehand.local-stack.postgres-port";

    @Override
    public Map<String, String> start() {
        LocalKafka kafka = kafka();
        LocalPostgres postgres = postgres();
        return Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "beforehand.database.host",
                "localhost",
                "beforehand.database.port",
                Integer.toString(postgres.port()),
                "beforehand.database.password",
                DATABASE_PASSWORD,
                "beforehand.operator-token",
                OPERATOR_TOKEN);
    }

    /** Nothing: the next application of this JVM uses the same broker and server, which end with the JVM. */
    @Override
    public void stop() {}

    /** The broker of this JVM, which runs unless a test stopped it. */
    public static LocalKafka kafka() {
        return new LocalKafka(folder().resolve("kafka"), Integer.getInteger(KAFKA_PORT, 0));
    }

    /** The database server of this JVM, which runs unless a test stopped it. */
    public static LocalPostgres postgres() {
        return new LocalPostgres(
                LocalPostgres.Settings.forTests(folder().resolve("postgres"), Integer.getInteger(POSTGRES_PORT, 0)));
    }

    /** Makes one more database beside those of the services, with a role of the same name and the usual password. */
    public static void createDatabase(String name) {
        postgres().createDatabase(name, DATABASE_PASSWORD);
    }

    private static Path folder() {
        // Any object that all class loaders share would do as a lock.
        synchronized (System.getProperties()) {
            String known = System.getProperty(FOLDER);
            return known == null ? startStack() : Path.of(known);
        }
    }

    private static Path startStack() {
        try {
            Path folder = Files.createTempDirectory("beforehand-test-");
            Guard.over(folder, Afterwards.REMOVE);
            System.setProperty(KAFKA_PORT, Integer.toString(Ports.free()));
            System.setProperty(POSTGRES_PORT, Integer.toString(Ports.free()));
            System.setProperty(FOLDER, folder.toString());
            CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka()::start);
            postgres().start();
            DATABASES.forEach(LocalStackResource::createDatabase);
            broker.join();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
