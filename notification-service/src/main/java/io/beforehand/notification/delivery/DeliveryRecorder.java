package io.beforehand.notification.delivery;

import io.beforehand.events.NotificationEvent;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.GroupCommit;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.request.OwnStreams;
import io.beforehand.notification.request.OwnStreams.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Records what came of attempts, and tells of deliveries that ended, in one transaction; attempts that end together share it.
 *
 * <p>Cost of a batch: the owner rows and request rows locked, one update of deliveries, one of requests, one insert of
 * events. An attempt is recorded for as long as it takes: forgetting one that was accepted would send it twice.
 */
@ApplicationScoped
class DeliveryRecorder {

    private static final Logger LOG = Logger.getLogger(DeliveryRecorder.class);
    private static final int MAX_BATCH = 200;
    private static final Duration APART = Duration.ofMillis(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final OutcomeTable outcomes;
    private final OwnStreams streams;
    private final DeliveryMetrics metrics;
    private final GroupCommit<Attempted, Optional<DeliveryState>> commit =
            new GroupCommit<>(MAX_BATCH, 2, APART, this::recordAll);

    DeliveryRecorder(Transactions transactions, OutcomeTable outcomes, OwnStreams streams, DeliveryMetrics metrics) {
        this.transactions = transactions;
        this.outcomes = outcomes;
        this.streams = streams;
        this.metrics = metrics;
    }

    /** @return the state now; empty when the partition is somebody else's by now, who attempts and records anew */
    Uni<Optional<DeliveryState>> record(Attempted attempted) {
        return Uni.createFrom()
                .deferred(() -> commit.submit(attempted))
                .onFailure(DeliveryRecorder::worthAnotherTry)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static boolean worthAnotherTry(Throwable failure) {
        if (FailureClass.of(failure) != FailureClass.RETRY) {
            LOG.errorf("Attempt not recorded yet failure=%s", Failures.trace(failure));
        }
        return true;
    }

    private Uni<List<Optional<DeliveryState>>> recordAll(List<Attempted> attempts) {
        Set<Integer> partitions = attempts.stream()
                .map(attempt -> attempt.delivery().due().partition())
                .collect(Collectors.toSet());
        return recordOf(attempts, partitions).map(recorded -> attempts.stream()
                .map(attempt ->
                        Optional.ofNullable(recorded.get(attempt.delivery().id())))
                .toList());
    }

    private Uni<Map<String, DeliveryState>> recordOf(List<Attempted> attempts, Set<Integer> partitions) {
        List<Attempted> ours = attempts.stream()
                .filter(attempt -> partitions.contains(attempt.delivery().due().partition()))
                .toList();
        if (ours.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transactions
                .asOwner(partitions, transaction -> record(ours, transaction))
                .onFailure(NotOwnerException.class)
                .recoverWithUni(failure -> recordOf(attempts, without(partitions, (NotOwnerException) failure)));
    }

    private static Set<Integer> without(Set<Integer> partitions, NotOwnerException lost) {
        Set<Integer> rest = partitions.stream()
                .filter(partition -> !lost.partitions().contains(partition))
                .collect(Collectors.toSet());
        if (rest.size() == partitions.size()) {
            throw lost;
        }
        return rest;
    }

    private Uni<Map<String, DeliveryState>> record(List<Attempted> attempts, Transaction transaction) {
        long nanos = System.nanoTime();
        List<Recorded> all = attempts.stream()
                .map(attempt -> Recorded.of(
                        attempt,
                        transaction.now().minusNanos(Math.max(0, nanos - attempt.nanos())),
                        ThreadLocalRandom.current().nextDouble()))
                .toList();
        List<String> requestIds =
                attempts.stream().map(a -> a.delivery().requestId()).toList();
        return streams.lock(transaction, requestIds)
                .chain(() -> outcomes.store(transaction, all))
                .flatMap(
                        stored -> streams.tell(transaction, toldBy(all, stored)).replaceWith(stored))
                .map(stored -> {
                    transaction.afterCommit(() -> count(all, stored));
                    return all.stream()
                            .filter(recorded -> stored.contains(recorded.id()))
                            .collect(Collectors.toMap(Recorded::id, Recorded::state));
                });
    }

    private static List<Told> toldBy(List<Recorded> all, Set<String> stored) {
        List<Told> told = new ArrayList<>();
        for (Recorded recorded : all) {
            if (stored.contains(recorded.id())) {
                ClaimedDelivery delivery = recorded.attempted().delivery();
                Optional<NotificationEvent> event = DeliveryEvents.of(delivery, recorded.state());
                event.ifPresent(e -> told.add(new Told(delivery.requestId(), recorded.at(), delivery.trace(), e)));
            }
        }
        return told;
    }

    private void count(List<Recorded> all, Set<String> stored) {
        for (Recorded recorded : all) {
            if (stored.contains(recorded.id())) {
                ClaimedDelivery delivery = recorded.attempted().delivery();
                Instant created = delivery.createdAt();
                metrics.countAttempt(
                        delivery.kind(),
                        recorded.attempted().outcome(),
                        recorded.state(),
                        Duration.between(created, recorded.at()));
                log(delivery, recorded.state());
            }
        }
    }

    private static void log(ClaimedDelivery delivery, DeliveryState state) {
        switch (state) {
            case DeliveryState.Pending _, DeliveryState.Sent _ -> {}
            case DeliveryState.Failed failed ->
                LOG.warnf(
                        "Delivery failed and will be repeated deliveryId=%s kind=%s reason=%s attempts=%d dueAt=%s",
                        delivery.id(), delivery.kind().wireName(), failed.why(), failed.attempts(), failed.dueAt());
            case DeliveryState.Exhausted(String why) ->
                LOG.errorf(
                        "Delivery given up deliveryId=%s kind=%s reason=%s",
                        delivery.id(), delivery.kind().wireName(), why);
            case DeliveryState.Suppressed(String why) ->
                LOG.infof(
                        "Delivery suppressed deliveryId=%s kind=%s reason=%s",
                        delivery.id(), delivery.kind().wireName(), why);
        }
    }
}
