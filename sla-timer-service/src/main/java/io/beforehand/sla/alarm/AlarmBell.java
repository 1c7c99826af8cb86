package io.beforehand.sla.alarm;

import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.listener.InputCurrency;
import io.beforehand.messaging.partition.Ownership;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.beforehand.sla.clock.Learning;
import io.beforehand.sla.request.ClockMetrics;
import io.beforehand.sla.request.RequestStore;
import io.beforehand.sla.request.RequestStore.Change;
import io.beforehand.sla.request.WatchedRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets what is due ring: locks the requests, lets time act on their clocks, stores them and what there is to tell, as the
 * owner of their partitions. A request whose alarm was put off or called off meanwhile is left as it is.
 *
 * <p>Cost of a batch: the request to the brokers how far the inputs go, the owner rows, the requests and clocks locked and
 * read, both stored, the outbox.
 */
@ApplicationScoped
class AlarmBell {

    private static final Logger LOG = Logger.getLogger(AlarmBell.class);

    /** How long a batch waits for inputs that are just being processed. */
    private static final Duration CATCH_UP = Duration.ofMillis(30);

    /** How soon to look again whether inputs have caught up. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Transactions transactions;
    private final Ownership ownership;
    private final InputCurrency inputs;
    private final RequestStore requests;
    private final AlarmQueue queue;
    private final DatabaseTime time;
    private final AlarmMetrics metrics;
    private final ClockMetrics clockMetrics;
    private final Duration hold;

    AlarmBell(
            Transactions transactions,
            Ownership ownership,
            InputCurrency inputs,
            RequestStore requests,
            AlarmQueue queue,
            DatabaseTime time,
            AlarmMetrics metrics,
            ClockMetrics clockMetrics,
            AlarmConfig config) {
        this.transactions = transactions;
        this.ownership = ownership;
        this.inputs = inputs;
        this.requests = requests;
        this.queue = queue;
        this.time = time;
        this.metrics = metrics;
        this.clockMetrics = clockMetrics;
        this.hold = config.hold();
    }

    /** Rings what may ring and holds the rest back. Fails when the database does; then nothing has rung. */
    Uni<Void> ring(List<Due> due) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        return current(partitions(due)).flatMap(current -> {
            Set<Integer> owned = ownership.owned();
            List<Due> certain = new ArrayList<>();
            List<Due> provisional = new ArrayList<>();
            List<Due> held = new ArrayList<>();
            for (Due each : due) {
                if (!owned.contains(each.partition())) {
                    held.add(each.again(now.plus(LOOK_AGAIN)));
                } else if (current.contains(each.partition())) {
                    certain.add(each);
                } else if (each.isHeldFor(hold, now)) {
                    provisional.add(each);
                } else {
                    held.add(each.heldSince(now).again(now.plus(LOOK_AGAIN)));
                }
            }
            queue.putBack(held);
            metrics.held(held.size());
            return ring(certain, now, false).chain(() -> ring(provisional, now, true));
        });
    }

    /** The partitions in which nothing that happened before is still to be heard; none when nobody can tell. */
    private Uni<Set<Integer>> current(Set<Integer> partitions) {
        return inputs.current(partitions, CATCH_UP)
                .ifNoItem()
                .after(Duration.ofSeconds(1))
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "Inputs may be behind failure=%s", failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(Set.of());
    }

    /** @param asked the moment up to which the inputs are known: what falls due after it has to ask again */
    private Uni<Void> ring(List<Due> due, Instant asked, boolean provisional) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> ids = due.stream().map(Due::requestId).toList();
        return transactions.asOwner(partitions(due), transaction -> requests.lock(transaction, ids)
                .flatMap(locked -> ring(transaction, locked.values(), earlier(asked, transaction.now()), provisional)));
    }

    private Uni<Void> ring(
            Transaction transaction, Collection<WatchedRequest> locked, Instant until, boolean provisional) {
        List<Change> changes = new ArrayList<>();
        List<StreamEvent> events = new ArrayList<>();
        for (WatchedRequest request : locked) {
            Learning learning = Learning.ofTime(request.clocks(), until, provisional);
            if (learning.clocks().equals(request.clocks())) {
                transaction.afterCommit(() -> queue.changed(List.of(request.nextAlarm())));
            } else {
                WatchedRequest rung =
                        request.told(learning.clocks(), learning.events().size());
                changes.add(new Change(request, rung));
                events.addAll(request.sequenced(learning.events(), until, null));
                transaction.afterCommit(() -> queue.changed(List.of(rung.nextAlarm())));
            }
        }
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.publish(events);
        transaction.afterCommit(() -> {
            metrics.rung(changes, until, time.now());
            clockMetrics.told(events);
        });
        return requests.save(transaction, changes);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Set<Integer> partitions(List<Due> due) {
        return due.stream().map(Due::partition).collect(Collectors.toSet());
    }
}
