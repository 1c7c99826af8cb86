package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Secrets;
import io.beforehand.localstack.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The main program behind {@code ./beforehand up}. */
public final class Up {
    private final Path folder;
    private final boolean fresh;
    private final Screen screen;
    private final Programme programme;

    private Up(Path folder, boolean fresh, Screen screen, Programme programme) {
        this.folder = folder;
        this.fresh = fresh;
        this.screen = screen;
        this.programme = programme;
    }

    /** @param arguments as {@link #run} takes them */
    public static void main(String[] arguments) throws InterruptedException {
        run(List.of(arguments), new Watching());
    }

    /**
     * Runs until SIGINT or SIGTERM.
     *
     * @param arguments the folder of the state, the seconds that passed before, and perhaps {@code --fresh}
     */
    public static void run(List<String> arguments, Programme programme) throws InterruptedException {
        // The mail sink logs by SLF4J; what matters of it is said in a line of ours.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        List<String> options = new ArrayList<>(arguments);
        Path folder = Path.of(options.removeFirst()).toAbsolutePath();
        Screen screen = new Screen(Duration.ofSeconds(Long.parseLong(options.removeFirst())));
        try {
            new Up(folder, options.contains("--fresh"), screen, programme).run();
        } catch (LocalStackException told) {
            screen.line("beforehand: " + told.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private void run() {
        UpLock lock = UpLock.take(folder);
        StackPorts ports = StackPorts.from(System.getenv());
        if (LocalStack.stopLeftOver(folder)) {
            screen.step("stopped what an earlier run had left behind");
        }
        if (fresh) {
            emptyFolder();
            screen.step("emptied " + folder);
        }
        Preflight.checkPorts(ports);
        LocalStack stack = LocalStack.durable(folder, ports, Secrets.keptIn(folder), programme::settings);
        Supervisor supervisor = new Supervisor(screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, supervisor, lock), "stop"));
        screen.step("starting PostgreSQL and Kafka, then the four services");
        stack.start(part -> screen.step(part + " is ready"));
        supervisor.watch(stack);
        try {
            new FirstSteps(stack).register();
        } catch (LocalStackException told) {
            screen.event("the examples could not be registered: " + told.getMessage());
        }
        programme.begin(stack, screen);
    }

    private void stop(LocalStack stack, Supervisor supervisor, UpLock lock) {
        programme.end();
        supervisor.stop();
        screen.line("");
        screen.event("stopping: the services finish what they have begun, then Kafka and PostgreSQL");
        if (stack.learnsToStart()) {
            screen.event("this first time they also write down how to start faster: up to a minute");
        }
        stack.close();
        lock.release();
        screen.event("stopped");
    }

    /** All but the lock, which is ours, the log of the build before us, and what benchmarks keep for themselves. */
    private void emptyFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)
                        && !path.startsWith(folder.resolve("bench"))
                        && !UpLock.isLock(path)
                        && !path.endsWith("build.log")) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
