package io.beforehand.localstack;

import io.beforehand.localstack.ChildProcess.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One replica of one of our services, built by {@code ./mvnw package}, as a process of its own. */
public final class ServiceProcess {
    /** Longer than a service's drain on SIGTERM. */
    private static final Duration DRAIN = Duration.ofSeconds(30);

    /** The JVM writes down what it learnt after the service has drained. */
    private static final Duration REMEMBERING = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path application;
    private final int port;
    private final Map<String, String> environment;
    private final ChildProcess process;
    private final String mark;
    private boolean remembersStarts;
    private JvmSettings jvm = JvmSettings.IN_FRONT;

    /**
     * @param name of the replica; its log and pid file are called so
     * @param module the service's module, whose {@code target/quarkus-app} is run
     * @param folder for the log and the pid file
     * @param port it listens on, on localhost only
     */
    public ServiceProcess(String name, Path module, Path folder, int port, Map<String, String> environment) {
        this.name = name;
        this.application = module.resolve("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        this.port = port;
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("QUARKUS_HTTP_HOST", "localhost");
        this.environment.put("BEFOREHAND_INSTANCE", name);
        // The C library keeps memory apart for each thread otherwise, and gives little of it back.
        this.environment.put("MALLOC_ARENA_MAX", "2");
        Path absolute = folder.toAbsolutePath();
        this.mark = "-Dbeforehand.process=" + absolute.resolve(name);
        this.process = new ChildProcess(name, absolute, mark, Signal.TERM);
        Folders.create(absolute);
    }

    /** Where there is too little processor time for all, the others get most of it. */
    ServiceProcess stepBack() {
        jvm = JvmSettings.STEPPING_BACK;
        return this;
    }

    /** Its next start is with what the image of a service gives a JVM, in place of what suits a machine that everything shares. */
    public ServiceProcess asInImage() {
        jvm = JvmSettings.AS_IN_IMAGE;
        return this;
    }

    boolean learnsToStart() {
        return remembersStarts && running() && !new StartCache(application).isCurrent();
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** Its address without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    public Path log() {
        return process.log();
    }

    /** Later starts are made faster by what this one learns, see {@link StartCache}; its first end takes longer for it. */
    public ServiceProcess rememberStarts() {
        remembersStarts = true;
        return this;
    }

    public boolean running() {
        return process.running();
    }

    /** Starts the process and returns without waiting for it to be ready. */
    public void start() {
        if (!Files.exists(application)) {
            throw new LocalStackException(application + " does not exist: build it with ./mvnw package -DskipTests.");
        }
        process.start(command(), environment);
    }

    /** Returns when the service says that it is ready; fails when it has ended instead, or takes too long. */
    public void waitUntilReady(Duration patience) {
        boolean ready = Waiting.until(() -> !running() || ready(), patience);
        if (!running()) {
            throw new LocalStackException(name + " ended while starting; the end of " + log() + ":\n" + lastWords());
        }
        if (!ready) {
            throw new LocalStackException(
                    name + " was not ready within " + patience.toSeconds() + " s; see " + log() + ".");
        }
    }

    public boolean ready() {
        return askReadiness().filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** What it says of its readiness, with the reasons; empty if it does not answer. */
    public String readiness() {
        return askReadiness().map(HttpResponse::body).orElse("");
    }

    private Optional<HttpResponse<String>> askReadiness() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return Optional.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** SIGTERM: the service drains what it has begun. Returns when it has ended. */
    public void terminate() {
        process.stop(remembersStarts ? DRAIN.plus(REMEMBERING) : DRAIN);
    }

    /** SIGKILL, as a crash would. */
    public void kill() {
        process.kill();
    }

    /** SIGSTOP: the process keeps its connections and does nothing, until {@link #thaw()}. */
    public void freeze() {
        process.signal(Signal.STOP);
    }

    public void thaw() {
        process.signal(Signal.CONT);
    }

    /** Terminates the process if it runs, and starts it again. */
    public void restart() {
        terminate();
        start();
    }

    /** Completes when the process has ended, however that came about. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** The running process, for those who measure it; empty when the replica does not run. */
    public Optional<ProcessHandle> handle() {
        return process.handle();
    }

    String lastWords() {
        return process.lastWords();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (jvm.stepsBack() && Programs.find("nice").isPresent()) {
            command.addAll(List.of("nice", "-n", "10"));
        }
        command.addAll(List.of(OwnLibraries.javaProgram().toString(), mark));
        if (remembersStarts) {
            command.add(new StartCache(application).option());
        }
        command.addAll(jvm.options());
        command.addAll(List.of("-jar", application.toString()));
        return command;
    }
}
