package io.beforehand.localstack;

import io.beforehand.localstack.Guard.Afterwards;
import io.beforehand.localstack.mail.MailFolder;
import io.beforehand.localstack.mail.MailSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All of Beforehand on this machine: PostgreSQL, Kafka, sinks for webhooks and mail and the four services, each but the sinks a
 * process of its own. Parts are started and stopped one by one, or all together.
 */
public final class LocalStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Function<Service, Map<String, String>> more;
    private final Path folder;
    private final StackPorts ports;
    private final Secrets secrets;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final WebhookSink sink;
    private final MailSink mails;

    private LocalStack(
            Path folder,
            StackPorts ports,
            Secrets secrets,
            LocalPostgres.Settings settings,
            Function<Service, Map<String, String>> more) {
        this.more = more;
        this.folder = folder;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = new LocalPostgres(settings);
        this.kafka = new LocalKafka(folder.resolve("kafka"), ports.kafka());
        for (Service service : Service.values()) {
            services.put(service, replica(service, service.id(), ports.of(service)));
        }
        this.sink = new WebhookSink(ports.sink(), InstantSource.system());
        sink.requireSignature(secrets.webhookSecret());
        this.mails = new MailSink(ports.smtp(), new MailFolder(folder.resolve("mails")));
    }

    /** A stack whose data stays in the folder and survives whatever happens to its processes. */
    public static LocalStack durable(Path folder, StackPorts ports, Secrets secrets) {
        return durable(folder, ports, secrets, _ -> Map.of());
    }

    /** @param more settings of a service that shall not be the usual ones, as environment variables */
    public static LocalStack durable(
            Path folder, StackPorts ports, Secrets secrets, Function<Service, Map<String, String>> more) {
        Folders.create(folder);
        Guard.over(folder, Afterwards.STOP);
        LocalStack stack = new LocalStack(
                folder,
                ports,
                secrets,
                LocalPostgres.Settings.durable(
                        folder.resolve("postgres"), ports.postgres(), secrets.databasePassword()),
                more);
        stack.kafka.rememberStarts();
        stack.services().forEach(ServiceProcess::rememberStarts);
        return stack;
    }

    /** A stack on free ports in a temporary folder; both go when this JVM does. */
    public static LocalStack forTests() {
        return forTests(Map.of());
    }

    /** @param settings environment variables of all services, in place of defaults that would make tests long */
    public static LocalStack forTests(Map<String, String> settings) {
        Map<String, String> more = Map.copyOf(settings);
        try {
            Path folder = Files.createTempDirectory("beforehand-stack-");
            Guard.over(folder, Afterwards.REMOVE);
            StackPorts ports = StackPorts.free();
            Secrets secrets = Secrets.random();
            LocalPostgres.Settings database = new LocalPostgres.Settings(
                    folder.resolve("postgres"), ports.postgres(), secrets.databasePassword(), "Asia/Shanghai", false);
            return new LocalStack(folder, ports, secrets, database, _ -> more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public WebhookSink sink() {
        return sink;
    }

    public MailSink mails() {
        return mails;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Path folder() {
        return folder;
    }

    public ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    /** One more replica of a service, not started, with the same database and broker. */
    public ServiceProcess replica(Service service, String name, int port) {
        ServiceProcess process = new ServiceProcess(
                name,
                OwnLibraries.project().resolve(service.module()),
                folder.resolve("services"),
                port,
                environment(service));
        // What comes in is taken first: the work on it can wait, who brings it does not.
        return service == Service.INTAKE ? process : process.stepBack();
    }

    /** Starts everything and returns when all services are ready. */
    public void start() {
        start(part -> {});
    }

    /** As {@link #start()}, telling the name of each part as soon as it is ready, from several threads. */
    public void start(Consumer<String> ready) {
        sink.start();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> broker =
                    CompletableFuture.runAsync(kafka::start, threads).thenRun(() -> ready.accept("Kafka"));
            CompletableFuture<Void> database =
                    CompletableFuture.runAsync(this::startPostgres, threads).thenRun(() -> ready.accept("PostgreSQL"));
            CompletableFuture<?>[] started = services().stream()
                    .map(service -> CompletableFuture.allOf(broker, database)
                            .thenRunAsync(() -> startService(service, ready), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture<Void> mailSink = CompletableFuture.runAsync(mails::start, threads);
            joinUnlessOneFails(threads, started);
            mailSink.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LocalStackException told ? told : failed;
        }
    }

    /** One that has failed is told at once: the others may be waiting for it, for as long as their patience lasts. */
    private static void joinUnlessOneFails(ExecutorService threads, CompletableFuture<?>[] parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts);
        for (CompletableFuture<?> part : parts) {
            part.whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.join();
        } catch (CompletionException failed) {
            threads.shutdownNow();
            throw failed;
        }
    }

    private static void startService(ServiceProcess service, Consumer<String> ready) {
        service.start();
        service.waitUntilReady(PATIENCE);
        ready.accept(service.name());
    }

    private void startPostgres() {
        postgres.start();
        for (Service service : Service.values()) {
            postgres.createDatabase(service.id(), secrets.passwordOf(service));
        }
    }

    /** Whether the parts write down on their end what makes later starts faster: the first time after a build. */
    public boolean learnsToStart() {
        return services().stream().anyMatch(ServiceProcess::learnsToStart);
    }

    /** Stops the services, which drain what they have begun, then the broker, the database and the sinks. */
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services().forEach(service -> threads.execute(service::terminate));
        }
        kafka.stop();
        postgres.stop();
        sink.close();
        mails.close();
    }

    /** Stops what an earlier run in this folder left behind; true if there was something. */
    public static boolean stopLeftOver(Path folder) {
        boolean found = false;
        for (String part : List.of("services", "kafka", "postgres")) {
            for (ChildProcess process : ChildProcess.recordedIn(folder.resolve(part))) {
                found |= process.running();
                process.stop(Duration.ofSeconds(15));
            }
        }
        return found;
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("BEFOREHAND_DATABASE_HOST", "localhost");
        environment.put("BEFOREHAND_DATABASE_PORT", Integer.toString(ports.postgres()));
        environment.put("BEFOREHAND_DATABASE_PASSWORD", secrets.passwordOf(service));
        environment.put("BEFOREHAND_OPERATOR_TOKEN", secrets.operatorToken());
        if (service == Service.NOTIFICATION) {
            // The sinks are on this machine, where deliveries do not go otherwise.
            environment.put("BEFOREHAND_DELIVERY_ALLOW_PRIVATE_ADDRESSES", "true");
        }
        environment.putAll(more.apply(service));
        return environment;
    }
}
