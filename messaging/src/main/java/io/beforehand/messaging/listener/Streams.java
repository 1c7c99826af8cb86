package io.beforehand.messaging.listener;

import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.listener.StreamHoles.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The events of a batch about one request, each once, by owner and in their owners' order.
 *
 * @param progress how far the request had come before
 */
record Streams(String requestId, StreamProgress progress, Map<Owner, TreeMap<Long, StreamEvent>> byOwner) {

    /** A longer gap was never left by events set aside; somebody writes who should not. */
    private static final long WIDEST_GAP = 1_000;

    static Streams of(String requestId, StreamProgress progress, Collection<StreamEvent> events) {
        Map<Owner, TreeMap<Long, StreamEvent>> byOwner = new EnumMap<>(Owner.class);
        for (StreamEvent event : events) {
            byOwner.computeIfAbsent(event.owner(), _ -> new TreeMap<>()).putIfAbsent(event.sequence(), event);
        }
        return new Streams(requestId, progress, byOwner);
    }

    /** What comes after later events did: copies, or what fills a hole. */
    List<Place> late() {
        List<Place> late = new ArrayList<>();
        byOwner.forEach((owner, stream) -> stream.headMap(progress.of(owner), true)
                .keySet()
                .forEach(sequence -> late.add(new Place(requestId, owner, sequence))));
        return late;
    }

    /** What is passed over on the way to these events. */
    List<Place> missing() {
        List<Place> missing = new ArrayList<>();
        byOwner.forEach((owner, stream) -> {
            long last = progress.of(owner);
            for (long sequence : stream.tailMap(last, false).keySet()) {
                if (sequence - last > WIDEST_GAP) {
                    throw new UnprocessableException("sequence-too-far-ahead");
                }
                for (long passed = last + 1; passed < sequence; passed++) {
                    missing.add(new Place(requestId, owner, passed));
                }
                last = sequence;
            }
        });
        return missing;
    }

    /**
     * What is to be processed: the opening first, then by time, but each owner's events in that owner's order, whatever times
     * they bear.
     */
    List<StreamEvent> toProcess(Set<Place> filled) {
        Map<Owner, List<StreamEvent>> left = new EnumMap<>(Owner.class);
        byOwner.forEach((owner, stream) -> left.put(
                owner,
                new ArrayList<>(stream.values().stream()
                        .filter(event ->
                                progress.isNew(event) || filled.contains(new Place(requestId, owner, event.sequence())))
                        .toList())));
        left.values().removeIf(List::isEmpty);
        List<StreamEvent> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            StreamEvent next = left.values().stream()
                    .map(List::getFirst)
                    .min(Comparator.comparing((StreamEvent head) -> !(head.event() instanceof RequestOpened))
                            .thenComparing(StreamEvent.HISTORY_ORDER))
                    .orElseThrow();
            ordered.add(next);
            Objects.requireNonNull(left.get(next.owner())).removeFirst();
            left.values().removeIf(List::isEmpty);
        }
        return ordered;
    }
}
