package io.beforehand.routing.assignment;

import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Runs matching rounds when they are called for: one at a time on each replica, so that what is called for meanwhile shares
 * the next. Rounds of several replicas meet in the database.
 */
@ApplicationScoped
public class Matchmaker {

    private static final Logger LOG = Logger.getLogger(Matchmaker.class);
    private static final Duration BREATHER = Duration.ofMillis(250);

    private final Round round;
    private final RoutingMetrics metrics;
    /** Calls not yet answered by a round that began after them; a round is under way while there are any. */
    private final AtomicInteger calls = new AtomicInteger();

    private volatile boolean stopping;

    Matchmaker(Round round, RoutingMetrics metrics) {
        this.round = round;
        this.metrics = metrics;
    }

    /** Says that somebody may be free for something that waits. Only after the commit that makes it so. */
    public void wake() {
        if (calls.getAndIncrement() == 0) {
            run();
        }
    }

    /** What waits is for the other replicas now, or for the next start. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    private void run() {
        int answered = calls.get();
        if (stopping) {
            return;
        }
        long started = System.nanoTime();
        Uni.createFrom()
                .deferred(round::run)
                .subscribe()
                .with(
                        outcome -> {
                            metrics.round(outcome, Duration.ofNanos(System.nanoTime() - started));
                            next(outcome.again() ? answered - 1 : answered);
                        },
                        failure -> failed(failure));
    }

    private void next(int answered) {
        if (calls.addAndGet(-answered) > 0) {
            run();
        }
    }

    /** The calls stay unanswered and the round is tried again, however long it takes. */
    private void failed(Throwable failure) {
        FailureClass failureClass = FailureClass.of(failure);
        metrics.roundFailed(failureClass);
        if (failureClass == FailureClass.RETRY) {
            LOG.warnf("Matching round failed and is repeated failure=%s", Failures.describe(failure));
        } else {
            LOG.errorf("Matching round failed and is repeated failure=%s", Failures.trace(failure));
        }
        Uni.createFrom().voidItem().onItem().delayIt().by(BREATHER).subscribe().with(_ -> run());
    }
}
