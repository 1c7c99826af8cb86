package io.beforehand.sla.alarm;

import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.beforehand.sla.clock.Ahead;
import io.beforehand.sla.clock.Learning;
import io.beforehand.sla.request.NextAlarms.NextAlarm;
import io.beforehand.sla.request.RequestStore;
import io.beforehand.sla.request.RequestStore.Change;
import io.beforehand.sla.request.WatchedRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives warnings ahead of their moment: stores that they were given and what there is to tell, to be sent at that moment. Whoever
 * changes the request until then takes them back first.
 *
 * <p>Cost of a batch: the owner rows, the requests and clocks locked and read, both stored, the outbox.
 */
@ApplicationScoped
class AheadBell {

    private final Transactions transactions;
    private final RequestStore requests;
    private final AlarmQueue queue;

    AheadBell(Transactions transactions, RequestStore requests, AlarmQueue queue) {
        this.transactions = transactions;
        this.requests = requests;
        this.queue = queue;
    }

    /**
     * Gives those that are warnings and leaves the others to their moment.
     *
     * @param by the last moment of warnings that are given now
     */
    Uni<Void> give(List<Due> due, Instant by) {
        List<String> ids = due.stream().map(Due::requestId).toList();
        return transactions.asOwner(
                due.stream().map(Due::partition).collect(Collectors.toSet()),
                transaction -> requests.lock(transaction, ids).flatMap(locked -> {
                    List<Change> changes = new ArrayList<>();
                    for (Due each : due) {
                        Optional.ofNullable(locked.get(each.requestId()))
                                .ifPresent(request -> give(transaction, request, by)
                                        .ifPresentOrElse(changes::add, () -> leave(transaction, request, each, by)));
                    }
                    return store(transaction, changes);
                }));
    }

    /** Empty if there is no warning soon, or one is still to be told. */
    private Optional<Change> give(Transaction transaction, WatchedRequest request, Instant by) {
        if (!transaction.timed().isFree(request.id())) {
            return Optional.empty();
        }
        return request.clocks()
                .nextAlarm()
                .map(AheadBell::upToMicros)
                .filter(at -> at.isAfter(transaction.now()) && !at.isAfter(by))
                .flatMap(at -> Ahead.warnings(request.clocks(), at).map(learning -> {
                    transaction.timed().publish(request.sequenced(learning.events(), at, null), at);
                    return new Change(request, told(request, learning));
                }));
    }

    private static WatchedRequest told(WatchedRequest request, Learning learning) {
        return request.told(learning.clocks(), learning.events().size());
    }

    private void leave(Transaction transaction, WatchedRequest request, Due due, Instant by) {
        NextAlarm next = request.nextAlarm();
        boolean soon = next.at().filter(at -> at.isAfter(by)).isEmpty();
        transaction.afterCommit(() -> {
            if (soon) {
                queue.putBack(List.of(due.notAhead()));
            } else {
                queue.changed(List.of(next));
            }
        });
    }

    private Uni<Void> store(Transaction transaction, List<Change> changes) {
        transaction.afterCommit(() -> queue.changed(
                changes.stream().map(change -> change.after().nextAlarm()).toList()));
        return changes.isEmpty() ? Uni.createFrom().voidItem() : requests.save(transaction, changes);
    }

    /** Has warnings that could not be told at their moment rung like any other alarm. */
    Uni<Void> takeBack(List<Timed> overdue) {
        List<String> ids = overdue.stream().map(Timed::requestId).toList();
        return transactions.asOwner(
                overdue.stream().map(Timed::lane).collect(Collectors.toSet()),
                transaction -> requests.lock(transaction, ids)
                        .flatMap(locked -> store(
                                transaction,
                                locked.values().stream()
                                        .filter(request -> transaction.timed().hasTakenBack(request.id()))
                                        .map(request -> new Change(request, request.told(request.clocks(), 0)))
                                        .toList())));
    }

    /** The table knows no less; what is cut off would make it early. */
    private static Instant upToMicros(Instant at) {
        Instant cut = at.truncatedTo(ChronoUnit.MICROS);
        return cut.equals(at) ? at : cut.plus(1, ChronoUnit.MICROS);
    }
}
