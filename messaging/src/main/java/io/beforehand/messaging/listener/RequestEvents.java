package io.beforehand.messaging.listener;

import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sorts a batch into what is new about each request: copies that came before are dropped, events about a request not heard
 * of yet are kept until its opening comes, and then come after it.
 *
 * <p>Costs the service's lock, and one statement more when a request opens or an early event is kept.
 */
@ApplicationScoped
public class RequestEvents {

    private static final Comparator<StreamEvent> OPENING_FIRST = Comparator.comparing(
                    (StreamEvent e) -> !(e.event() instanceof RequestOpened))
            .thenComparing(StreamEvent.HISTORY_ORDER);

    private final EarlyEvents earlyEvents;

    RequestEvents(EarlyEvents earlyEvents) {
        this.earlyEvents = earlyEvents;
    }

    /** What is new, in the order of request ids. */
    public <S> Uni<List<NewEvents<S>>> sort(Transaction transaction, List<IncomingEvent> batch, RequestRows<S> rows) {
        TreeMap<String, List<IncomingEvent>> byRequest = new TreeMap<>();
        for (IncomingEvent incoming : batch) {
            byRequest
                    .computeIfAbsent(incoming.event().requestId(), _ -> new ArrayList<>())
                    .add(incoming);
        }
        return rows.lock(transaction, List.copyOf(byRequest.keySet()))
                .flatMap(states -> sort(transaction, byRequest, states, rows));
    }

    private <S> Uni<List<NewEvents<S>>> sort(
            Transaction transaction,
            TreeMap<String, List<IncomingEvent>> byRequest,
            Map<String, S> states,
            RequestRows<S> rows) {
        List<StreamEvent> early = new ArrayList<>();
        List<String> opening = new ArrayList<>();
        byRequest.forEach((requestId, incoming) -> {
            if (states.containsKey(requestId)) {
                return;
            }
            if (incoming.stream().anyMatch(i -> i.event().event() instanceof RequestOpened)) {
                opening.add(requestId);
            } else {
                incoming.forEach(i -> early.add(i.event()));
            }
        });
        return earlyEvents
                .keep(transaction, early)
                .chain(() -> earlyEvents.take(transaction, opening))
                .map(kept -> {
                    List<NewEvents<S>> result = new ArrayList<>();
                    byRequest.forEach((requestId, incoming) -> {
                        Optional<S> state = Optional.ofNullable(states.get(requestId));
                        if (state.isEmpty() && !opening.contains(requestId)) {
                            return;
                        }
                        StreamProgress progress = state.map(rows::progress).orElse(StreamProgress.NONE);
                        List<StreamEvent> events = newOf(incoming, kept.getOrDefault(requestId, List.of()), progress);
                        if (!events.isEmpty()) {
                            int partition = incoming.getFirst().partition();
                            result.add(new NewEvents<>(requestId, partition, state, events));
                        }
                    });
                    return result;
                });
    }

    private static List<StreamEvent> newOf(
            List<IncomingEvent> incoming, List<StreamEvent> kept, StreamProgress progress) {
        TreeMap<String, StreamEvent> byId = new TreeMap<>();
        kept.forEach(event -> byId.put(key(event), event));
        for (IncomingEvent i : incoming) {
            if (i.replayed() || progress.isNew(i.event())) {
                byId.putIfAbsent(key(i.event()), i.event());
            }
        }
        return byId.values().stream().sorted(OPENING_FIRST).toList();
    }

    private static String key(StreamEvent event) {
        return event.owner().ordinal() + ":" + event.id();
    }
}
