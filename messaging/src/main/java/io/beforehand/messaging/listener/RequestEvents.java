package io.beforehand.messaging.listener;

import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.IncomingEvent;
import io.beforehand.messaging.listener.StreamHoles.Place;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sorts a batch into what is new about each request: copies that came before are dropped, events about a request not heard
 * of yet are kept until its opening comes, and then come after it. Places that are passed over are remembered as holes, so
 * that what was set aside still counts when it comes, and once.
 *
 * <p>Costs the service's lock, and one statement each for: early events kept, openings, copies, gaps.
 */
@ApplicationScoped
public class RequestEvents {

    private final EarlyEvents earlyEvents;
    private final StreamHoles holes;

    RequestEvents(EarlyEvents earlyEvents, StreamHoles holes) {
        this.earlyEvents = earlyEvents;
        this.holes = holes;
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
                .flatMap(states -> withEarlyOnes(transaction, byRequest, states)
                        .flatMap(events -> sort(transaction, byRequest, states, events, rows)));
    }

    /** The events of each request that is known or opens, what was kept for it among them; the others are kept. */
    private Uni<TreeMap<String, List<StreamEvent>>> withEarlyOnes(
            Transaction transaction, TreeMap<String, List<IncomingEvent>> byRequest, Map<String, ?> states) {
        TreeMap<String, List<StreamEvent>> events = new TreeMap<>();
        List<StreamEvent> early = new ArrayList<>();
        List<String> opening = new ArrayList<>();
        byRequest.forEach((requestId, incoming) -> {
            List<StreamEvent> heard =
                    incoming.stream().map(IncomingEvent::event).toList();
            boolean opens = heard.stream().anyMatch(event -> event.event() instanceof RequestOpened);
            if (states.containsKey(requestId) || opens) {
                events.put(requestId, new ArrayList<>(heard));
                if (!states.containsKey(requestId)) {
                    opening.add(requestId);
                }
            } else {
                early.addAll(heard);
            }
        });
        return earlyEvents
                .keep(transaction, early)
                .chain(() -> earlyEvents.take(transaction, opening))
                .map(kept -> {
                    kept.forEach((requestId, before) ->
                            Objects.requireNonNull(events.get(requestId)).addAll(before));
                    return events;
                });
    }

    private <S> Uni<List<NewEvents<S>>> sort(
            Transaction transaction,
            Map<String, List<IncomingEvent>> byRequest,
            Map<String, S> states,
            TreeMap<String, List<StreamEvent>> events,
            RequestRows<S> rows) {
        List<Streams> streams = new ArrayList<>();
        List<Place> late = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        events.forEach((requestId, heard) -> {
            StreamProgress progress = Optional.ofNullable(states.get(requestId))
                    .map(rows::progress)
                    .orElse(StreamProgress.NONE);
            Streams request = Streams.of(requestId, progress, heard);
            streams.add(request);
            late.addAll(request.late());
            missing.addAll(request.missing());
        });
        return holes.fill(transaction, late)
                .call(() -> holes.record(transaction, missing))
                .map(filled -> {
                    List<NewEvents<S>> result = new ArrayList<>();
                    for (Streams request : streams) {
                        List<StreamEvent> toProcess = request.toProcess(filled);
                        if (!toProcess.isEmpty()) {
                            String requestId = request.requestId();
                            int partition = Objects.requireNonNull(byRequest.get(requestId))
                                    .getFirst()
                                    .partition();
                            result.add(new NewEvents<>(
                                    requestId, partition, Optional.ofNullable(states.get(requestId)), toProcess));
                        }
                    }
                    return result;
                });
    }
}
