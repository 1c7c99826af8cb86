package io.beforehand.benchmarks.timers;

import io.beforehand.benchmarks.limits.CommitProbe;
import io.beforehand.benchmarks.load.RateSearch;
import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.report.Progress;
import io.beforehand.benchmarks.report.ReportFile;
import io.beforehand.benchmarks.timers.Plan.Pace;
import io.beforehand.benchmarks.timers.ours.SlaTimers;
import io.beforehand.benchmarks.timers.peers.Peer;
import io.beforehand.benchmarks.timers.peers.Peers;
import io.beforehand.localstack.LocalStackException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The main program behind {@code ./beforehand bench timers}. */
public final class TimersBenchmark {
    private static final int TRIES = 7;
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Options options;
    private final TimerStack stack;
    private final Run run;
    private final Progress progress;

    private TimersBenchmark(Options options, TimerStack stack, Run run, Progress progress) {
        this.options = options;
        this.stack = stack;
        this.run = run;
        this.progress = progress;
    }

    /**
     * Ends with 1 when an alarm of ours was lost or early, or nothing came up.
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
            try (TimerStack stack = TimerStack.open(options.folder());
                    CommitProbe commits = new CommitProbe(stack.database("bench"))) {
                Run run = new Run(stack.bootstrapServers(), commits, progress);
                results = new TimersBenchmark(options, stack, run, progress).measure(machine);
                progress.step("stopping");
            }
            progress.print(ReportText.of(results));
            progress.print("The same as JSON: " + ReportFile.write("timers", results.at(), results, options.folder()));
            System.exit(results.holds() ? 0 : 1);
        } catch (LocalStackException | IllegalArgumentException told) {
            progress.print("beforehand: " + told.getMessage());
            System.exit(1);
        }
    }

    private Results measure(Machine machine) throws Exception {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        progress.step("starting the service, for it to learn how to start and what to promise");
        try (SlaTimers ours = SlaTimers.prepare(stack)) {
            progress.step("storing " + options.background() + " alarms that are due later");
            ours.outstanding(options.background());
            List<Outcome> steady = new ArrayList<>();
            steady.add(run.of(ours, steadyWarmUp(), new Pace(options.rate(), options.steady())));
            List<Outcome> search = options.quick() ? List.of() : search(ours);
            Outcome burst = run.of(
                    ours, new Pace(options.rate(), options.shortWarmUp()), new Pace(options.burst(), ONE_SECOND));
            ours.start();
            boolean consistent = ours.isConsistent("plan0-0", "plan0-7", "far-0");
            Moves moves = moves(ours);
            ours.stop();
            List<Outcome> peerSearch = new ArrayList<>();
            peers(steady, peerSearch);
            return new Results(
                    at,
                    machine,
                    options.background(),
                    steady,
                    search,
                    peerSearch,
                    burst,
                    moves,
                    consistent,
                    Targets.judge(steady, search, burst, moves));
        }
    }

    /** The same plan for each, in a database of its own that goes afterwards. */
    private void peers(List<Outcome> steady, List<Outcome> search) throws Exception {
        for (Peers peer : Peers.values()) {
            if (options.alone() || (options.quick() && !peer.isTuned())) {
                continue;
            }
            try (Peer subject = peer.open(stack)) {
                subject.outstanding(options.background());
                Outcome outcome = run.of(subject, steadyWarmUp(), new Pace(options.rate(), options.steady()));
                steady.add(outcome);
                if (!options.quick() && peer.isTuned() && outcome.keptUp()) {
                    search.addAll(search(subject));
                }
            }
        }
    }

    private List<Outcome> search(Subject subject) throws Exception {
        List<Outcome> tried = new ArrayList<>();
        RateSearch search = new RateSearch(2.0 * options.rate(), TRIES);
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            Outcome outcome = run.of(
                    subject,
                    new Pace(rate.getAsDouble(), options.shortWarmUp()),
                    new Pace(rate.getAsDouble(), options.step()));
            tried.add(outcome);
            search.tried(outcome.keptUp());
        }
        return tried;
    }

    private Pace steadyWarmUp() {
        return new Pace(options.rate(), options.warmUp());
    }

    private Moves moves(SlaTimers ours) {
        progress.step("opening and answering " + options.moves() + " requests");
        double armed = ours.armed("move", options.moves());
        double cancelled = ours.cancelled("move", options.moves());
        return new Moves(options.moves(), armed, cancelled, ours.stillArmed("move"));
    }
}
