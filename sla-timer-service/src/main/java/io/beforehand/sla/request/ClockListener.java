package io.beforehand.sla.request;

import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.messaging.listener.RequestEvents;
import io.beforehand.messaging.listener.RequestRows;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.book.PolicyShelf;
import io.beforehand.sla.request.HeardEvents.Outcome;
import io.beforehand.sla.request.HistoryRows.EntryOfRequest;
import io.beforehand.sla.request.RequestStore.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Lets the clocks learn what happened to their requests.
 *
 * <p>Cost of a batch, whatever its size: the requests and their clocks locked and read, both stored, the history added to;
 * one statement more to see which policies count when a request opens or changes, one to read histories when a fact came
 * late, and one when a customer is forgotten.
 */
@ApplicationScoped
class ClockListener implements EventListener {

    private final RequestEvents requestEvents;
    private final RequestStore requests;
    private final HistoryRows histories;
    private final PolicyShelf shelf;
    private final NextAlarms alarms;
    private final ClockMetrics metrics;

    ClockListener(
            RequestEvents requestEvents,
            RequestStore requests,
            HistoryRows histories,
            PolicyShelf shelf,
            NextAlarms alarms,
            ClockMetrics metrics) {
        this.requestEvents = requestEvents;
        this.requests = requests;
        this.histories = histories;
        this.shelf = shelf;
        this.alarms = alarms;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return requestEvents
                .sort(transaction, events, new Rows())
                .flatMap(heard -> heard.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : policies(heard)
                                .map(book -> heard.stream()
                                        .map(each ->
                                                HeardEvents.of(each, traits -> book.match(traits, transaction.now())))
                                        .toList())
                                .flatMap(all -> learn(all, transaction)));
    }

    private final class Rows implements RequestRows<WatchedRequest> {

        @Override
        public Uni<Map<String, WatchedRequest>> lock(Transaction transaction, List<String> requestIds) {
            return requests.lock(transaction, requestIds);
        }

        @Override
        public StreamProgress progress(WatchedRequest request) {
            return request.position().heard();
        }
    }

    private Uni<PolicyBook> policies(List<NewEvents<WatchedRequest>> heard) {
        return heard.stream().anyMatch(HeardEvents::needsPolicies) ? shelf.current() : shelf.holding(List.of());
    }

    private Uni<Void> learn(List<HeardEvents> heard, Transaction transaction) {
        List<String> late = heard.stream()
                .filter(HeardEvents::isLate)
                .map(each -> each.before().id())
                .toList();
        return histories
                .of(transaction.sql(), late)
                .map(known -> heard.stream()
                        .map(each -> each.learn(known.getOrDefault(each.before().id(), List.of()), transaction.now()))
                        .toList())
                .flatMap(outcomes -> store(outcomes, transaction));
    }

    private Uni<Void> store(List<Outcome> outcomes, Transaction transaction) {
        outcomes.forEach(outcome -> transaction.publish(outcome.events()));
        transaction.afterCommit(() -> {
            alarms.changed(outcomes.stream()
                    .map(outcome -> outcome.after().nextAlarm())
                    .toList());
            outcomes.forEach(outcome -> metrics.told(outcome.events()));
        });
        List<Change> changes = outcomes.stream()
                .map(outcome -> new Change(outcome.before(), outcome.after()))
                .toList();
        return requests.save(transaction, changes)
                .chain(() -> histories.add(transaction.sql(), entries(outcomes)))
                .chain(() -> histories.forget(
                        transaction.sql(),
                        outcomes.stream()
                                .filter(Outcome::forgets)
                                .map(Outcome::after)
                                .toList()));
    }

    private static List<EntryOfRequest> entries(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.news().stream()
                        .map(entry -> new EntryOfRequest(outcome.after().id(), entry)))
                .toList();
    }
}
