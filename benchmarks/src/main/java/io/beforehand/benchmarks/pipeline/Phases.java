package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.counts.Backlog;
import io.beforehand.benchmarks.limits.CommitProbe;
import io.beforehand.benchmarks.load.Desk;
import io.beforehand.benchmarks.load.IntakeClient;
import io.beforehand.benchmarks.load.Ledger;
import io.beforehand.benchmarks.load.OpenLoop;
import io.beforehand.benchmarks.load.OpenLoop.Span;
import io.beforehand.benchmarks.load.Schedule;
import io.beforehand.benchmarks.load.Sender;
import io.beforehand.benchmarks.load.Tally;
import io.beforehand.benchmarks.machine.ProcessSampler;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Runs one phase after the other; each begins with nothing left to do and, once {@link #clearDesks} was called, no request open. */
final class Phases {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TO_WORK_OFF = Duration.ofMinutes(10);
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 20;

    private final Ledger ledger;
    private final Backlog backlog;
    private final ProcessSampler processes;
    private final CommitProbe commits;

    Phases(Ledger ledger, Backlog backlog, ProcessSampler processes, CommitProbe commits) {
        this.ledger = ledger;
        this.backlog = backlog;
        this.processes = processes;
        this.commits = commits;
    }

    /** Sends the schedule's requests and waits until everything that came of them is done. */
    Phase run(String name, Schedule schedule, Sender sender) throws SQLException {
        Tally tally = new Tally();
        processes.begin();
        commits.begin();
        Span span = new OpenLoop(sender, ledger).run(schedule, tally, IntakeClient.TIMEOUT.multipliedBy(2));
        long left = workOff(tally);
        double workedOff = seconds(span.lastPlanned(), System.nanoTime());
        return new Phase(
                name,
                schedule.perSecond(),
                schedule.count(),
                tally.accepted(),
                tally.failures(),
                tally.accepted() / Math.max(schedule.length().toNanos() / 1e9, seconds(span.start(), span.answered())),
                tally.sendDelay(),
                tally.acceptance(),
                tally.acknowledgement(),
                commits.phase(),
                workedOff,
                left,
                tally.perhapsStored(),
                processes.phase());
    }

    /** Resolves what is open, so that the agents have room again. Not measured. */
    void clearDesks(Desk desk) throws SQLException {
        List<String> open = ledger.takeAccepted();
        for (int from = 0; from < open.size(); from += BATCH) {
            resolve(desk, open.subList(from, Math.min(open.size(), from + BATCH)));
        }
        workOff(new Tally());
    }

    /** A batch that is sent again is the same batch. */
    private static void resolve(Desk desk, List<String> names) {
        for (int attempt = 1; ; attempt++) {
            try {
                desk.resolve(names).toCompletionStage().toCompletableFuture().join();
                return;
            } catch (CompletionException refused) {
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
                LockSupport.parkNanos(POLL.toNanos() * attempt);
            }
        }
    }

    /** Returns how much is left undone: 0 unless the patience is over. */
    private long workOff(Tally tally) throws SQLException {
        long end = System.nanoTime() + TO_WORK_OFF.toNanos();
        while (true) {
            long left = tally.accepted() - tally.acknowledged() + backlog.size();
            if (left == 0 || System.nanoTime() > end) {
                return left;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
