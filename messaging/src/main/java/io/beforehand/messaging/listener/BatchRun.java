package io.beforehand.messaging.listener;

import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes one batch to its end, whatever it takes: every record's effect is stored or the record is set aside, together with the
 * position after it, or the partition has become somebody else's.
 *
 * <p>A loop of steps rather than a chain of retries: a chain grows with every failure of an outage, and breaks when it ends.
 */
final class BatchRun {

    private static final Logger LOG = Logger.getLogger(BatchRun.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A record that failed so often for no known reason, about a minute, is set aside: it may be replayed once it is mended. */
    private static final int MOST_UNEXPECTED = 20;

    /** A single record is tried twice before it is set aside for its data: it may have met another writer. */
    private static final int MOST_REFUSED = 2;

    private final BatchWork work;
    private final Later later;
    private final Runnable done;
    private final Deque<Batch> pieces = new ArrayDeque<>();

    /** How often the first piece failed in a row, and how. */
    private int failures;

    private @Nullable FailureClass lastFailure;

    /** Runs a step some time from now, never at once and never on the caller's stack. */
    interface Later {
        void run(Duration pause, Runnable step);
    }

    /** @param done told once, when nothing of the batch is left to do */
    BatchRun(BatchWork work, Later later, Runnable done) {
        this.work = work;
        this.later = later;
        this.done = done;
    }

    void start(Batch batch) {
        pieces.push(batch);
        step();
    }

    /** Processes the first piece that still has something due. */
    private void step() {
        try {
            while (!pieces.isEmpty()) {
                DueBatch due = work.due(pieces.peek());
                if (!due.batch().isEmpty()) {
                    work.store(due).subscribe().with(_ -> finished(), failure -> failed(due, failure));
                    return;
                }
                pieces.pop();
            }
            done.run();
        } catch (RuntimeException e) {
            LOG.errorf("Batch fails for no known reason failure=%s", Failures.trace(e));
            later();
        }
    }

    private void finished() {
        failures = 0;
        pieces.pop();
        step();
    }

    private void failed(DueBatch due, Throwable failure) {
        FailureClass failureClass = FailureClass.of(failure);
        failures = failureClass == lastFailure ? failures + 1 : 1;
        lastFailure = failureClass;
        switch (failureClass) {
            case NOT_OWNER -> {
                work.giveUp(
                        failure instanceof NotOwnerException e
                                ? e.partitions()
                                : due.epochs().keySet());
                failures = 0;
                step();
            }
            case RETRY -> {
                work.retried();
                if (Integer.bitCount(failures)
                        == 1) { // the first, the second, the fourth ...: a long outage is no flood
                    LOG.warnf("Batch is tried again failures=%s failure=%s", failures, Failures.describe(failure));
                }
                later();
            }
            case DATA -> narrowDown(due, failure, MOST_REFUSED);
            case BUG -> {
                work.failedUnexpectedly();
                LOG.errorf("Batch fails for no known reason failures=%s failure=%s", failures, Failures.trace(failure));
                narrowDown(due, failure, MOST_UNEXPECTED);
            }
        }
    }

    /** Halves the piece until the culprit is alone, and in the end sets it aside. */
    private void narrowDown(DueBatch due, Throwable failure, int most) {
        if (due.batch().size() > 1) {
            pieces.pop();
            pieces.push(due.batch().secondHalf());
            pieces.push(due.batch().firstHalf());
            failures = 0;
            step();
        } else if (failures < most) {
            later();
        } else {
            work.setAside(due, Failures.reason(failure))
                    .subscribe()
                    .with(_ -> finished(), again -> settingAsideFailed(again));
        }
    }

    private void settingAsideFailed(Throwable failure) {
        LOG.warnf("Record is not set aside yet failure=%s", Failures.describe(failure));
        if (failure instanceof NotOwnerException e) {
            work.giveUp(Set.copyOf(e.partitions()));
        }
        later();
    }

    private void later() {
        long exponential = FIRST_PAUSE.toMillis() << Math.min(failures, 10);
        long bounded = Math.min(exponential, LONGEST_PAUSE.toMillis());
        Duration pause =
                Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
        later.run(pause, this::step);
    }
}
