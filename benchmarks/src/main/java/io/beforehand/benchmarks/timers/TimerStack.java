package io.beforehand.benchmarks.timers;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Secrets;
import io.beforehand.localstack.StackPorts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker and a database for all subjects alike, durable and empty at first, in a folder that no other run uses meanwhile. */
public final class TimerStack implements AutoCloseable {
    private static final int PARTITIONS = 12;

    private final LocalStack stack;
    private final FileChannel lock;

    private TimerStack(LocalStack stack, FileChannel lock) {
        this.stack = stack;
        this.lock = lock;
    }

    public static TimerStack open(Path folder) throws IOException {
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
        stack.kafka().asShipped().start();
        return new TimerStack(stack, lock);
    }

    public LocalStack local() {
        return stack;
    }

    public String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    /** A role and a database of that name; a superuser's connection to it. */
    public Connection database(String name) throws SQLException {
        stack.postgres().createDatabase(name, stack.secrets().databasePassword());
        return stack.postgres().connect(name);
    }

    public void createTopics(String... names) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(Stream.of(names)
                            .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new LocalStackException("Topics could not be made: " + List.of(names), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while making topics", e);
        }
    }

    @Override
    public void close() throws IOException {
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
