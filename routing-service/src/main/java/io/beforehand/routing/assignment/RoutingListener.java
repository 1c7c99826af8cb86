package io.beforehand.routing.assignment;

import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.EventListener;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.listener.NewEvents;
import io.beforehand.messaging.listener.RequestEvents;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.register.Change;
import io.beforehand.routing.register.RequestRegister;
import io.beforehand.routing.request.RequestFold;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.roster.AgentLoads;
import io.beforehand.routing.roster.LoadChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Takes what is told of requests and their clocks. A new request waits; one that is over gives its owner's capacity back.
 *
 * <p>Cost of a batch: rows locked and saved, agents' loads changed if any request ended, steps inserted if anything is told.
 */
@ApplicationScoped
public class RoutingListener implements EventListener {

    private final RequestEvents requestEvents;
    private final RequestRegister register;
    private final AgentLoads loads;
    private final Matchmaker matchmaker;
    private final RoutingMetrics metrics;

    RoutingListener(
            RequestEvents requestEvents,
            RequestRegister register,
            AgentLoads loads,
            Matchmaker matchmaker,
            RoutingMetrics metrics) {
        this.requestEvents = requestEvents;
        this.register = register;
        this.loads = loads;
        this.matchmaker = matchmaker;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> on(List<IncomingEvent> events, Transaction transaction) {
        return requestEvents
                .sort(transaction, events, register)
                .map(news -> news.stream()
                        .map(request -> change(request, transaction.now()))
                        .toList())
                .call(changes -> loads.apply(transaction, released(changes)))
                .call(changes -> register.record(transaction, changes))
                .invoke(changes -> transaction.afterCommit(() -> committed(changes)))
                .replaceWithVoid();
    }

    private static Change change(NewEvents<RoutedRequest> news, Instant now) {
        List<StreamEvent> events = news.events();
        RoutedRequest before = news.state().orElse(null);
        RoutedRequest start = before != null ? before : opened(events.getFirst(), now);
        RequestFold.Folded folded = RequestFold.fold(start, events, now);
        return new Change(before, folded.request(), folded.told());
    }

    private static RoutedRequest opened(StreamEvent first, Instant now) {
        if (first.event() instanceof RequestEvent.RequestOpened opened) {
            return RequestFold.open(first, opened, now);
        }
        throw new IllegalStateException("a new request starts with its opening");
    }

    private static LoadChanges released(List<Change> changes) {
        LoadChanges released = new LoadChanges(false);
        for (Change change : changes) {
            if (!change.ownerBefore().equals(change.ownerAfter())) {
                change.ownerBefore()
                        .ifPresent(owner ->
                                released.release(owner, change.after().facts().channel()));
            }
        }
        return released;
    }

    private void committed(List<Change> changes) {
        metrics.committed(changes);
        if (changes.stream().anyMatch(Change::callsForMatching)) {
            matchmaker.wake();
        }
    }
}
