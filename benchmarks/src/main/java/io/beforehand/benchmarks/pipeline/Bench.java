package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.machine.Watched;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Secrets;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.ServiceProcess;
import io.beforehand.localstack.StackPorts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The stack that is measured: durable, empty at first, on free ports, in a folder that no other run uses meanwhile. */
public final class Bench implements AutoCloseable {
    private static final String OWN_DATABASE = "bench";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final FileChannel lock;
    private final List<Connection> connections = new ArrayList<>();

    private Bench(LocalStack stack, FileChannel lock) {
        this.stack = stack;
        this.lock = lock;
    }

    /** The broker and the database run when it returns, the services not yet. */
    public static Bench open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new LocalStackException("Another benchmark runs in " + folder + ".");
        }
        Path data = folder.resolve("stack");
        LocalStack.stopLeftOver(data);
        delete(data);
        Files.createDirectories(data);
        LocalStack stack = LocalStack.durable(data, StackPorts.free(), Secrets.random());
        stack.postgres().start();
        stack.kafka().start();
        stack.postgres().createDatabase(OWN_DATABASE, stack.secrets().databasePassword());
        return new Bench(stack, lock);
    }

    /**
     * Returns when all services are ready. A service that starts for the first time after a build writes down on its end what
     * makes later starts faster, and is slower while it does: that first time is not what is measured.
     *
     * @param steps is told when this takes longer
     */
    public void startServices(Consumer<String> steps) {
        stack.start();
        if (stack.learnsToStart()) {
            steps.accept("starting them again: the first time after a build they only learn how to start");
            stack.services().parallelStream().forEach(ServiceProcess::terminate);
            stack.services().forEach(ServiceProcess::start);
            stack.services().forEach(service -> service.waitUntilReady(PATIENCE));
        }
    }

    public LocalStack stack() {
        return stack;
    }

    /** A superuser's connection to a database of our own. */
    Connection connect() throws SQLException {
        return stack.postgres().connect(OWN_DATABASE);
    }

    /** A superuser's connections to the services' databases, by name; they go with the bench. */
    Map<String, Connection> serviceDatabases() throws SQLException {
        Map<String, Connection> databases = new HashMap<>();
        for (Service service : Service.values()) {
            Connection connection = stack.postgres().connect(service.id());
            connections.add(connection);
            databases.put(service.id(), connection);
        }
        return databases;
    }

    /** Every process of the run, the driver's own last. */
    List<Watched> processes() {
        List<Watched> all = new ArrayList<>();
        stack.services().forEach(service -> add(all, service.name(), service.handle()));
        add(all, "kafka", stack.kafka().handle());
        add(all, "postgres", stack.postgres().handle());
        all.add(new Watched("driver and sink", ProcessHandle.current(), false));
        return all;
    }

    private static void add(List<Watched> all, String name, Optional<ProcessHandle> process) {
        process.ifPresent(running -> all.add(new Watched(name, running, true)));
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        stack.close();
        lock.close();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
