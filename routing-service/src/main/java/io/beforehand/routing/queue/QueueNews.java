package io.beforehand.routing.queue;

import io.beforehand.events.RoutingEvent;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.routing.matching.WaitEstimate;
import io.beforehand.routing.register.Change;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.register.WaitingRequests;
import io.beforehand.routing.register.WaitingRequests.Notified;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells when a wait has changed noticeably since it was last told, for each request at most every half minute. */
@ApplicationScoped
class QueueNews {

    private static final Logger LOG = Logger.getLogger(QueueNews.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final WaitingRequests waiting;
    private final Queues queues;
    private final RequestRegister register;

    QueueNews(Transactions transactions, WaitingRequests waiting, Queues queues, RequestRegister register) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.queues = queues;
        this.register = register;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(this::tell)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Queue news failed class=%s failure=%s", FailureClass.of(failure), Failures.describe(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> tell(Transaction transaction) {
        return waiting.lockNotifiedBefore(transaction, transaction.now().minus(AT_MOST_EVERY))
                .flatMap(notified -> queues.estimates(
                                transaction,
                                notified.stream()
                                        .map(n -> n.request().requestId())
                                        .toList())
                        .flatMap(estimates -> register.record(transaction, moved(notified, estimates))));
    }

    private static List<Change> moved(List<Notified> notified, Map<String, Queues.Estimate> estimates) {
        List<Change> changes = new ArrayList<>();
        for (Notified n : notified) {
            Queues.Estimate estimate = estimates.get(n.request().requestId());
            if (estimate != null && isNews(n, estimate)) {
                RoutingEvent moved = new RoutingEvent.QueueMoved(
                        estimate.team(),
                        estimate.position(),
                        estimate.expectedWait().orElse(null));
                changes.add(new Change(n.request(), n.request(), List.of(moved)));
            }
        }
        return changes;
    }

    /** Where there is no wait to compare, the place stands for it. */
    private static boolean isNews(Notified notified, Queues.Estimate estimate) {
        Optional<Duration> told = notified.expectedWait();
        Optional<Duration> now = estimate.expectedWait();
        if (told.isPresent() && now.isPresent()) {
            return WaitEstimate.movedNoticeably(told.get(), now.get());
        }
        return told.isPresent() != now.isPresent()
                || WaitEstimate.movedNoticeably(
                        Duration.ofSeconds(notified.position()), Duration.ofSeconds(estimate.position()));
    }
}
