package io.beforehand.intake.waiting;

import io.beforehand.events.Event;
import io.beforehand.events.RoutingEvent;
import io.beforehand.intake.adapter.Wait;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes on calls where they wait. The latest word of a batch counts; a copy that comes late is put right by the next. */
@ApplicationScoped
public class WaitNotes {

    private final WaitStore store;

    WaitNotes(WaitStore store) {
        this.store = store;
    }

    public Uni<Void> hear(Transaction transaction, List<IncomingEvent> events) {
        Map<String, Wait> waits = new LinkedHashMap<>();
        for (IncomingEvent incoming : events) {
            wait(incoming.event().event())
                    .ifPresent(wait -> waits.put(incoming.event().requestId(), wait));
        }
        return store.note(transaction, waits);
    }

    private static Optional<Wait> wait(Event event) {
        return event instanceof RoutingEvent routing
                ? Optional.of(
                        switch (routing) {
                            case RoutingEvent.RequestQueued queued ->
                                new Wait(queued.position(), queued.expectedWait(), null);
                            case RoutingEvent.QueueMoved moved ->
                                new Wait(moved.position(), moved.expectedWait(), null);
                            case RoutingEvent.RequestAssigned assigned -> new Wait(null, null, assigned.agentName());
                            case RoutingEvent.RequestTransferred transferred ->
                                new Wait(null, null, transferred.toAgentName());
                            case RoutingEvent.RequestReleased _ -> Wait.UNKNOWN;
                        })
                : Optional.empty();
    }
}
