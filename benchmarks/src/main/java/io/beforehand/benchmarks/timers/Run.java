package io.beforehand.benchmarks.timers;

import io.beforehand.benchmarks.limits.CommitProbe;
import io.beforehand.benchmarks.report.Progress;
import io.beforehand.benchmarks.timers.Plan.Pace;
import io.beforehand.localstack.LocalStackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Has subjects carry out plans, one after the other, and keeps what came of it. */
final class Run {
    /** For making the rows of a plan and starting the subject; more where there are many rows. */
    private static final Duration LEAD = Duration.ofSeconds(15);

    private static final int ROWS_PER_SECOND = 5_000;

    /** After the last due moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final CommitProbe commits;
    private final Progress progress;
    private final List<Outcome> outcomes = new ArrayList<>();

    Run(String bootstrapServers, CommitProbe commits, Progress progress) {
        this.bootstrapServers = bootstrapServers;
        this.commits = commits;
        this.progress = progress;
    }

    /** Arms, starts, waits for the records, stops. */
    Outcome of(Subject subject, Pace warmUp, Pace counted) throws Exception {
        progress.step("%s: %.0f/s for %d s"
                .formatted(subject.name(), counted.perSecond(), counted.length().toSeconds()));
        int rows = warmUp.size() + counted.size();
        Instant first = Instant.now().plus(LEAD).plusSeconds(rows / ROWS_PER_SECOND);
        Plan plan = new Plan("plan" + outcomes.size(), first, warmUp, counted);
        subject.arm(plan);
        Tally tally = new Tally(plan);
        try (Receiver receiver = new Receiver(bootstrapServers, subject.topic(), tally)) {
            subject.start();
            if (Instant.now().isAfter(first)) {
                throw new LocalStackException(subject.name() + " was not ready before the first alarm was due.");
            }
            commits.begin();
            receiver.await(plan.last().plus(PATIENCE));
            Duration workedOff = Duration.between(plan.last(), Instant.now());
            subject.stop();
            Outcome outcome =
                    tally.outcome(subject.name(), workedOff, commits.phase().p99());
            outcomes.add(outcome);
            progress.step("  " + ReportText.brief(outcome));
            return outcome;
        }
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
