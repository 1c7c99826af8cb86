package io.beforehand.messaging.trials;

import static org.awaitility.Awaitility.await;

import io.beforehand.events.Owner;
import io.beforehand.localstack.Guard;
import io.beforehand.localstack.LocalKafka;
import io.beforehand.localstack.LocalPostgres;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.ServiceProcess;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/** A broker, a database and two replicas of the ledger, each a process that a trial may ill-treat. */
final class Stage implements AutoCloseable {

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
    }

    private static final String PASSWORD = "beforehand";
    private static final int PARTITIONS = 12;

    private final Path folder;
    private final LocalKafka kafka;
    private final LocalPostgres postgres;
    private final DatabaseLine line;
    private final List<ServiceProcess> replicas = new ArrayList<>();

    Stage() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "trials")), "stage-")
                .toAbsolutePath();
        kafka = new LocalKafka(folder.resolve("kafka"), Ports.free());
        postgres = new LocalPostgres(LocalPostgres.Settings.forTests(folder.resolve("postgres"), Ports.free()));
        Guard.over(folder, Guard.Afterwards.STOP);
        kafka.start();
        postgres.start();
        postgres.createDatabase("routing", PASSWORD);
        line = new DatabaseLine(postgres.port());
        createTopic();
        for (String name : List.of("ledger-1", "ledger-2")) {
            replicas.add(new ServiceProcess(
                    name,
                    Path.of("."),
                    folder.resolve("services"),
                    Ports.free(),
                    Map.of(
                            "KAFKA_BOOTSTRAP_SERVERS",
                            kafka.bootstrapServers(),
                            "BEFOREHAND_DATABASE_PORT",
                            Integer.toString(line.port()),
                            "BEFOREHAND_DATABASE_PASSWORD",
                            PASSWORD,
                            "BEFOREHAND_MESSAGING_DATABASE_SILENCE",
                            "5s")));
        }
        replicas.forEach(ServiceProcess::start);
        waitUntilReady();
    }

    LocalKafka kafka() {
        return kafka;
    }

    LocalPostgres postgres() {
        return postgres;
    }

    /** The replicas' way to the database. */
    DatabaseLine line() {
        return line;
    }

    ServiceProcess replica(int number) {
        return replicas.get(number - 1);
    }

    void waitUntilReady() {
        replicas.forEach(replica -> replica.waitUntilReady(Duration.ofSeconds(90)));
        await("both replicas own partitions").atMost(Duration.ofSeconds(90)).until(() -> owners() == 2);
    }

    private long owners() throws SQLException {
        return number("SELECT count(DISTINCT owner) FROM partition_owner HAVING count(*) = " + PARTITIONS)
                .orElse(0L);
    }

    void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(Owner.REQUESTS.topic(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    void deleteTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(Owner.REQUESTS.topic())).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    Optional<Long> number(String query) throws SQLException {
        try (Connection connection = connect();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
        }
    }

    int execute(String statement) throws SQLException {
        try (Connection connection = connect()) {
            return connection.createStatement().executeUpdate(statement);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("routing"), "routing", PASSWORD);
    }

    /** Copies the stopped database's files away. */
    void backUpDatabase() throws IOException {
        postgres.stop();
        copy(folder.resolve("postgres"), folder.resolve("backup"));
        postgres.start();
    }

    /** Puts the copy back, as an operator would after a disaster. */
    void restoreDatabase() throws IOException {
        postgres.stop();
        copy(folder.resolve("backup"), folder.resolve("postgres"));
        postgres.start();
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            new ProcessBuilder("rm", "-rf", to.toString()).start().onExit().join();
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.copy(dir, to.resolve(from.relativize(dir)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        new ProcessBuilder("sh", "-c", "chown -R --reference='" + from + "/data' '" + to + "/data'")
                .start()
                .onExit()
                .join();
    }

    @Override
    public void close() {
        replicas.forEach(ServiceProcess::kill);
        line.close();
        kafka.kill();
        postgres.kill();
    }
}
