package io.beforehand.benchmarks.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.benchmarks.backtest.Asking.Answer;
import io.beforehand.benchmarks.load.Teller;
import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.machine.ProcessSampler;
import io.beforehand.benchmarks.machine.Watched;
import io.beforehand.benchmarks.report.Figures;
import io.beforehand.benchmarks.report.Progress;
import io.beforehand.benchmarks.report.Table;
import io.beforehand.benchmarks.timers.TimerStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The main program behind {@code ./beforehand bench backtest}. */
public final class BacktestBenchmark {
    private static final int REQUESTS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** From storing the alarms to the first of them: the service has started by then. */
    private static final Duration LEAD = Duration.ofSeconds(30);

    private static final Duration QUIET = Duration.ofSeconds(20);

    private static final String CAPTION = """
            Steps: how many numbers of requests done were seen on the way. MB: the service's resident memory at its peak.
            Late: milliseconds, as the service counts them, of the %d warnings a second beside it, p50 / p99 / all, as bounds.
            """.formatted(Ticks.PER_SECOND);

    private final TimerStack stack;
    private final ServiceProcess service;
    private final Operator operator;
    private final Progress progress;
    private Instant ticking = Instant.MAX;

    private BacktestBenchmark(TimerStack stack, Progress progress) {
        this.stack = stack;
        this.service = stack.local().service(Service.SLA);
        this.operator = new Operator(stack.local());
        this.progress = progress;
    }

    /**
     * Ends with 1 when the service does not come up, a question is not answered, or a replay finds drift.
     *
     * @param arguments the folder, then maybe {@code --requests} with a number
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Progress progress = new Progress();
        try {
            int requests = arguments.length > 2 ? Integer.parseInt(arguments[2]) : REQUESTS;
            Machine machine = Machine.here();
            progress.step("starting Kafka and PostgreSQL, with fsync");
            List<Answer> answers;
            String size;
            try (TimerStack stack = TimerStack.open(Path.of(arguments[0]).toAbsolutePath())) {
                BacktestBenchmark benchmark = new BacktestBenchmark(stack, progress);
                size = benchmark.fill(requests);
                answers = benchmark.ask();
                progress.step("stopping");
            }
            progress.print("\n" + machine.line() + "\n" + size + "\n");
            progress.print(table(answers).toString());
            progress.print(CAPTION);
            long drifting = answers.getLast().job().result().path("drifting").asLong(-1);
            progress.print("Requests that are stored otherwise than their history says: " + drifting);
            System.exit(drifting == 0 ? 0 : 1);
        } catch (LocalStackException | IllegalArgumentException told) {
            progress.print("beforehand: " + told.getMessage());
            System.exit(1);
        }
    }

    /** @return how much it came to */
    private String fill(int requests) throws SQLException {
        stack.createTopics("beforehand.requests", "beforehand.routing", "beforehand.notifications");
        stack.local()
                .postgres()
                .createDatabase(Service.SLA.id(), stack.local().secrets().passwordOf(Service.SLA));
        progress.step("starting the service, for it to learn how to start and what to promise");
        start();
        Promises.putIntoForce(operator);
        int stories = PastFiller.stories(requests);
        progress.step("telling it of " + stories + " requests");
        try (Connection database = stack.local().postgres().connect(Service.SLA.id())) {
            PastFiller filler = new PastFiller(database);
            filler.tell(stories, new Teller(stack.bootstrapServers()));
            service.terminate();
            progress.step("copying each to " + PastFiller.WEEKS + " other weeks");
            filler.copy();
            progress.step("storing the warnings that are due beside the questions");
            ticking = Instant.now().plus(LEAD);
            Ticks.arm(database, ticking);
            return filler.size();
        }
    }

    private List<Answer> ask() {
        progress.step("starting the service");
        start();
        List<Watched> watched = List.of(
                new Watched("sla", service.handle().orElseThrow(), true),
                new Watched("postgres", stack.local().postgres().handle().orElseThrow(), true));
        List<Answer> answers = new ArrayList<>();
        try (ProcessSampler sampler = new ProcessSampler(watched)) {
            Asking asking = new Asking(operator, sampler, this::lateness);
            String to = ticking.minus(PastFiller.AGO).toString();
            sleepUntil(ticking.plusSeconds(5));
            progress.step("asking nothing");
            answers.add(asking.nothing(QUIET));
            progress.step("trying a policy");
            answers.add(asking.ask(
                    "backtest of a policy for everything",
                    "/v1/backtests",
                    Map.of("policy", Promises.draftPolicy(), "to", to)));
            progress.step("trying a calendar");
            answers.add(asking.ask(
                    "backtest of a calendar of two thirds",
                    "/v1/backtests",
                    Map.of("calendar", Promises.draftCalendar(), "to", to)));
            progress.step("folding everything anew");
            answers.add(asking.ask("replay of everything", "/v1/replays", Map.of("to", to)));
        }
        service.terminate();
        return answers;
    }

    private void start() {
        service.start();
        service.waitUntilReady(PATIENCE);
    }

    /** On a connection of its own: one that nobody used for a minute may be closed just now. */
    private Lateness lateness() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/q/metrics"))
                    .header("Accept", "text/plain")
                    .build();
            return Lateness.read(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new LocalStackException("The service does not show its metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }

    private static void sleepUntil(Instant moment) {
        try {
            Thread.sleep(Duration.between(Instant.now(), moment));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }

    private static Table table(List<Answer> answers) {
        Table table = new Table()
                .row(
                        "asked",
                        "requests",
                        "s",
                        "requests/s",
                        "steps",
                        "MB",
                        "CPU s",
                        "PostgreSQL s",
                        "clocks",
                        "changed",
                        "late");
        for (Answer answer : answers) {
            JsonNode result = answer.job().result();
            long clocks = 0;
            for (JsonNode metric : result.path("metrics")) {
                clocks += metric.at("/before/clocks").asLong();
            }
            boolean nothing = answer.job().requests() == 0;
            table.row(
                    answer.question(),
                    nothing ? "" : "%,d".formatted(answer.job().requests()),
                    Figures.number(answer.seconds()),
                    nothing ? "" : Figures.number(answer.perSecond()),
                    nothing ? "" : Integer.toString(answer.job().steps()),
                    Figures.number(answer.service().peakMb()),
                    Figures.number(answer.service().cpuSeconds()),
                    Figures.number(answer.database().cpuSeconds()),
                    clocks == 0 ? "" : "%,d".formatted(clocks),
                    clocks == 0
                            ? ""
                            : "%,d".formatted(result.path("changedClocks").asLong()),
                    late(answer.lateness()));
        }
        return table;
    }

    private static String late(Lateness lateness) {
        return "%s / %s / %s"
                .formatted(
                        Figures.number(lateness.percentile(0.5) * 1000),
                        Figures.number(lateness.percentile(0.99) * 1000),
                        Figures.number(lateness.percentile(1) * 1000));
    }
}
