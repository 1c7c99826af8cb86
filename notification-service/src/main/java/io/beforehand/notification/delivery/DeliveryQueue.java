package io.beforehand.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is due soon, by destination. A hint only: it may forget, for the table is read again every so often, and it may be
 * wrong, for whoever takes from it asks the table.
 *
 * <p>A delivery is here once at the most, waiting or taken. A destination has so many places; what is taken holds one until
 * it is {@link #done}. Safe for use by several threads.
 */
final class DeliveryQueue {

    private static final class Lane {

        private final TreeSet<DueDelivery> waiting =
                new TreeSet<>(Comparator.comparing(DueDelivery::dueAt).thenComparing(DueDelivery::id));
        private int taken;

        private @Nullable DueDelivery first() {
            return waiting.isEmpty() ? null : waiting.first();
        }

        private boolean idle() {
            return taken == 0 && waiting.isEmpty();
        }
    }

    private final int places;
    private final int depth;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, DueDelivery> waiting = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param places deliveries of one destination that may be under way at once
     * @param depth deliveries of one destination kept here at the most
     */
    DeliveryQueue(int places, int depth) {
        this.places = places;
        this.depth = depth;
    }

    /**
     * Keeps the delivery, replacing what is kept of it unless that is due sooner. Ignored while it is taken. Where the
     * destination has no room, whichever is due last is let go: what waits for long keeps out nothing that is due.
     */
    synchronized void offer(DueDelivery due) {
        DueDelivery known = waiting.get(due.id());
        boolean later = known != null && !due.dueAt().isBefore(known.dueAt());
        if (taken.contains(due.id()) || later) {
            return;
        }
        Lane lane = lanes.computeIfAbsent(due.destination(), _ -> new Lane());
        if (known != null) {
            lane.waiting.remove(known);
        }
        lane.waiting.add(due);
        waiting.put(due.id(), due);
        if (lane.waiting.size() > depth) {
            waiting.remove(lane.waiting.removeLast().id());
        }
    }

    /** Takes what is due and has a place, at most {@code limit}; destinations take turns. */
    synchronized List<DueDelivery> take(Instant now, int limit) {
        List<DueDelivery> result = new ArrayList<>();
        int before;
        do {
            before = result.size();
            for (Lane lane : lanes.values()) {
                DueDelivery head = lane.first();
                if (head != null && !head.dueAt().isAfter(now) && lane.taken < places && result.size() < limit) {
                    lane.waiting.removeFirst();
                    lane.taken++;
                    waiting.remove(head.id());
                    taken.add(head.id());
                    result.add(head);
                }
            }
        } while (result.size() > before);
        return result;
    }

    /** Gives the place back. */
    synchronized void done(DueDelivery due) {
        if (taken.remove(due.id())) {
            Lane lane = lanes.get(due.destination());
            if (lane != null && --lane.taken == 0 && lane.idle()) {
                lanes.remove(due.destination());
            }
        }
    }

    /** Forgets what waits in the partition; what is taken stays so until it is done. */
    synchronized void forget(int partition) {
        Predicate<DueDelivery> gone = due -> due.partition() == partition;
        lanes.values().forEach(lane -> lane.waiting.removeIf(gone));
        lanes.values().removeIf(Lane::idle);
        waiting.values().removeIf(gone);
    }

    /** When the next one with a place is due. */
    synchronized Optional<Instant> nextDue() {
        return lanes.values().stream()
                .filter(lane -> lane.taken < places)
                .flatMap(lane -> Optional.ofNullable(lane.first()).stream())
                .map(DueDelivery::dueAt)
                .min(Comparator.naturalOrder());
    }

    /** How many are kept or taken. */
    synchronized int size() {
        return waiting.size() + taken.size();
    }

    /** Destinations with as much due by then as can be kept, so that reading them again is no use. */
    synchronized Set<String> full(Instant now) {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getValue().waiting.size() >= depth
                        && !lane.getValue().waiting.last().dueAt().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
