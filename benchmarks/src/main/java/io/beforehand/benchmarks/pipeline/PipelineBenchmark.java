package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.counts.Backlog;
import io.beforehand.benchmarks.counts.CountReader;
import io.beforehand.benchmarks.counts.Counts;
import io.beforehand.benchmarks.counts.Growth;
import io.beforehand.benchmarks.counts.PerRequest;
import io.beforehand.benchmarks.counts.Topics;
import io.beforehand.benchmarks.limits.CommitProbe;
import io.beforehand.benchmarks.limits.KafkaLimit;
import io.beforehand.benchmarks.limits.Limits;
import io.beforehand.benchmarks.limits.PostgresLimit;
import io.beforehand.benchmarks.load.AcknowledgementSink;
import io.beforehand.benchmarks.load.ChannelClient;
import io.beforehand.benchmarks.load.IntakeClient;
import io.beforehand.benchmarks.load.Ledger;
import io.beforehand.benchmarks.load.MailMessages;
import io.beforehand.benchmarks.load.RateSearch;
import io.beforehand.benchmarks.load.Schedule;
import io.beforehand.benchmarks.load.Sender;
import io.beforehand.benchmarks.load.SlackMessages;
import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.machine.ProcessSampler;
import io.beforehand.benchmarks.report.Progress;
import io.beforehand.benchmarks.report.ReportFile;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.Service;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The main program behind {@code ./beforehand bench pipeline}. */
public final class PipelineBenchmark {
    /** By then PostgreSQL's sessions have reported what they did. */
    private static final Duration REPORTED = Duration.ofSeconds(11);

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int TRIES = 8;

    private final Options options;
    private final Bench bench;
    private final Progress progress;
    private final List<Phase> phases = new ArrayList<>();

    private PipelineBenchmark(Options options, Bench bench, Progress progress) {
        this.options = options;
        this.bench = bench;
        this.progress = progress;
    }

    /**
     * Ends with 1 when a request was lost or the stack did not come up.
     *
     * @param arguments as {@link Options#of} takes them
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Progress progress = new Progress();
        try {
            Options options = Options.of(arguments);
            Machine machine = Machine.here();
            progress.step("starting Kafka and PostgreSQL, with fsync");
            Results results;
            try (Bench bench = Bench.open(options.folder())) {
                results = new PipelineBenchmark(options, bench, progress).run(machine);
                progress.step("stopping");
            }
            progress.print(ReportText.of(results));
            progress.print(
                    "The same as JSON: " + ReportFile.write("pipeline", results.at(), results, options.folder()));
            System.exit(results.conservation().holds() ? 0 : 1);
        } catch (LocalStackException | IllegalArgumentException told) {
            progress.print("beforehand: " + told.getMessage());
            System.exit(1);
        }
    }

    private Results run(Machine machine) throws Exception {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Limits limits = limits();
        progress.step("starting the services");
        bench.startServices(progress::step);
        Vertx vertx = Vertx.vertx();
        Ledger ledger = new Ledger();
        AcknowledgementSink sink = new AcknowledgementSink(vertx, ledger);
        sink.start(Ports.free());
        int agents = Organisation.agentsFor(options.largestPhase());
        progress.step("registering " + agents + " agents");
        Organisation organisation = new Organisation(bench.stack());
        organisation.register(sink.url(), agents);
        Map<String, Connection> databases = bench.serviceDatabases();
        IntakeClient intake = new IntakeClient(
                vertx,
                bench.stack().service(Service.INTAKE).port(),
                "/bench/" + at,
                bench.stack().secrets().operatorToken());
        try (Topics topics = new Topics(bench.stack().kafka().bootstrapServers());
                ProcessSampler processes = new ProcessSampler(bench.processes());
                CommitProbe commits = new CommitProbe(bench.connect())) {
            Backlog backlog = new Backlog(databases, topics);
            Phases run = new Phases(ledger, backlog, processes, commits);
            PerRequest perRequest = sustained(run, intake, new CountReader(databases, topics));
            burst(run, intake);
            double highest = search(run, intake);
            channels(run, intake, organisation, sink.conversationsUrl());
            Conservation conservation = conservation(ledger, backlog);
            return new Results(
                    at,
                    machine,
                    agents,
                    limits,
                    phases,
                    highest,
                    perRequest,
                    conservation,
                    Targets.judge(phases, conservation));
        } finally {
            vertx.close();
        }
    }

    private Limits limits() throws Exception {
        progress.step("measuring what Kafka and PostgreSQL can do at all");
        double records = new KafkaLimit(bench.stack().kafka().bootstrapServers()).recordsPerSecond(options.limit());
        PostgresLimit rows = new PostgresLimit(bench::connect);
        rows.prepare();
        return new Limits(
                records,
                rows.singleRows(options.limit()),
                rows.hundredRows(options.limit()),
                rows.commits(options.limit()));
    }

    private PerRequest sustained(Phases run, IntakeClient intake, CountReader counts) throws SQLException {
        phase(run, Phase.WARM_UP, intake, options.rate(), options.warmUp());
        run.clearDesks(intake);
        progress.step("counting what happens without requests");
        pause(REPORTED);
        Counts quiet = counts.read();
        pause(IDLE);
        Counts before = counts.read();
        Phase sustained = phase(run, Phase.SUSTAINED, intake, options.rate(), options.sustained());
        pause(REPORTED);
        Counts after = counts.read();
        run.clearDesks(intake);
        return PerRequest.of(
                new Growth(quiet, before),
                new Growth(before, after),
                options.seconds() + sustained.workedOffSeconds(),
                Math.max(1, sustained.accepted()));
    }

    private void burst(Phases run, IntakeClient intake) throws SQLException {
        phase(run, Phase.BURST, intake, options.burst(), options.burstLength());
        run.clearDesks(intake);
    }

    private double search(Phases run, IntakeClient intake) throws SQLException {
        RateSearch search = new RateSearch(2.0 * options.rate(), TRIES);
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            search.tried(phase(run, Phase.SEARCH, intake, rate.getAsDouble(), options.step())
                    .keptUp());
            run.clearDesks(intake);
        }
        return search.best();
    }

    /** What channels post to their own webhooks: more has to be read of each message, and verified. */
    private void channels(Phases run, IntakeClient intake, Organisation organisation, String customersUrl)
            throws SQLException {
        String secret = UUID.randomUUID().toString();
        String id = Long.toString(System.currentTimeMillis(), 36);
        MailMessages mails = new MailMessages("bench", secret, id);
        organisation.open(mails, secret, customersUrl);
        channel(run, Phase.MAILS, intake.channel(mails), options.mails());
        SlackMessages slack = new SlackMessages("bench", secret, id);
        organisation.open(slack, secret, customersUrl);
        channel(run, Phase.SLACK, intake.channel(slack), options.slack());
    }

    private void channel(Phases run, String name, ChannelClient channel, double rate) throws SQLException {
        phase(run, Phase.WARM_UP, channel, rate, options.channel().dividedBy(2));
        run.clearDesks(channel);
        phase(run, name, channel, rate, options.channel());
        run.clearDesks(channel);
    }

    private Phase phase(Phases run, String name, Sender sender, double rate, Duration length) throws SQLException {
        progress.step("%s: %.0f requests/s for %.0f s".formatted(name, rate, length.toMillis() / 1e3));
        Phase phase = run.run(name, new Schedule(rate, length), sender);
        phases.add(phase);
        progress.step("  " + ReportText.brief(phase));
        return phase;
    }

    private Conservation conservation(Ledger ledger, Backlog backlog) throws SQLException {
        return new Conservation(
                ledger.accepted(),
                phases.stream().mapToLong(Phase::perhapsStored).sum(),
                backlog.requests(),
                ledger.acknowledged(),
                ledger.unacknowledged().size(),
                ledger.copies(),
                backlog.deadLetters());
    }

    private static void pause(Duration length) {
        for (long end = System.nanoTime() + length.toNanos(), left = length.toNanos();
                left > 0;
                left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
