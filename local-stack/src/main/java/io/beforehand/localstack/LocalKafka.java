package io.beforehand.localstack;

import io.beforehand.localstack.ChildProcess.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A Kafka broker (KRaft: broker and controller in one) as a JVM of its own, on a given port and folder. Topics are made
 * by their owners only, never by being named.
 */
public final class LocalKafka {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What suits a machine that everything shares, for the reasons that {@link JvmSettings} tells. */
    private static final List<String> SMALL = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** What {@code kafka-server-start.sh} and {@code kafka-run-class.sh} of Kafka 4.1 say. */
    private static final List<String> SHIPPED = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent");

    private final Path folder;
    private final int port;
    private final String mark;
    private final ChildProcess process;
    private boolean remembersStarts;
    private List<String> jvm = SMALL;

    /** @param folder its data, log and pid file */
    public LocalKafka(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.mark = "-Dbeforehand.process=" + this.folder;
        this.process = new ChildProcess("kafka", this.folder, mark, Signal.TERM);
    }

    /** Later starts are made faster by what this one learns, see {@link StartCache}. */
    LocalKafka rememberStarts() {
        remembersStarts = true;
        return this;
    }

    /** Its next start is as Kafka's own scripts would do it: memory for shorter pauses. */
    public LocalKafka asShipped() {
        jvm = SHIPPED;
        return this;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public Path log() {
        return process.log();
    }

    public boolean running() {
        return process.running();
    }

    /** Starts the broker, formatting its storage first if need be, and returns when it serves requests. */
    public synchronized void start() {
        if (running()) {
            return;
        }
        Folders.create(folder);
        Folders.delete(ready());
        process.start(command(), Map.of());
        boolean ready = Waiting.until(() -> Files.exists(ready()) || !process.running(), PATIENCE);
        if (!ready || !process.running()) {
            process.kill();
            throw new LocalStackException("Kafka did not start:\n" + process.lastWords());
        }
    }

    /** Shuts the broker down cleanly. */
    public synchronized void stop() {
        process.stop(remembersStarts ? Duration.ofSeconds(80) : Duration.ofSeconds(20));
    }

    /** Ends the broker with SIGKILL, as a crash would. */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts the broker on the same port and data, stopping it first when it runs. */
    public synchronized void restart() {
        stop();
        start();
    }

    /** Completes when the broker has ended, however that came about. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** The running process, for those who measure it; empty when the broker does not run. */
    public Optional<ProcessHandle> handle() {
        return process.handle();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(OwnLibraries.java(mark));
        if (remembersStarts) {
            command.add(new StartCache(OwnLibraries.jar("kafka_")).option());
        }
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                KafkaMain.class.getName(),
                writeProperties().toString(),
                ready().toString()));
        return command;
    }

    /** {@link KafkaMain} makes this file when the broker serves. */
    private Path ready() {
        return folder.resolve("ready");
    }

    /** The short session lets a killed broker be registered again after two seconds instead of nine. */
    private Path writeProperties() {
        int controllerPort = Ports.free();
        Path file = folder.resolve("server.properties");
        try {
            return Files.writeString(file, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@localhost:%2$d
                    listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                    advertised.listeners=PLAINTEXT://localhost:%1$d
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    broker.heartbeat.interval.ms=500
                    broker.session.timeout.ms=2000
                    auto.create.topics.enable=false
                    group.initial.rebalance.delay.ms=0
                    offsets.topic.num.partitions=8
                    offsets.topic.replication.factor=1
                    transaction.state.log.num.partitions=4
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    share.coordinator.state.topic.replication.factor=1
                    share.coordinator.state.topic.min.isr=1
                    """.formatted(port, controllerPort, folder.resolve("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
