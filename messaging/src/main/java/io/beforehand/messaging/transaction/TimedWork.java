package io.beforehand.messaging.transaction;

import io.beforehand.events.Event;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.partition.NotOwnerException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a transaction does with timed events: stores some, takes others back. */
public final class TimedWork {

    private final Outbox outbox;
    private final TimedEvents timed;
    private final List<StreamEvent> events = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>();
    private final Map<String, TakenBack> inHand = new TreeMap<>();
    private final Map<String, TakenBack> withdrawn = new TreeMap<>();
    private List<Timed> stored = List.of();
    private boolean committing;

    /** @param standIns what is to stand in the place of each */
    private record TakenBack(Timed timed, List<Event> standIns) {

        Event standIn(int place) {
            return standIns.get(Math.min(place, standIns.size() - 1));
        }
    }

    TimedWork(Outbox outbox, TimedEvents timed) {
        this.outbox = outbox;
        this.timed = timed;
    }

    /**
     * Has events of one request sent at that moment, unless they are taken back before.
     *
     * @param at in the future; later, they are sent at once
     */
    public void publish(Collection<StreamEvent> ahead, Instant at) {
        for (StreamEvent event : ahead) {
            events.add(event);
            moments.add(at);
        }
    }

    /** Whether the request has no timed events, so that some may be stored. */
    public boolean isFree(String requestId) {
        return !timed.has(requestId);
    }

    /** The moment of the request's timed events, if they may still be taken back. */
    public Optional<Instant> of(String requestId) {
        return timed.of(requestId).map(Timed::at);
    }

    /**
     * Keeps the request's timed events from being sent as long as this transaction runs, and for good if it {@linkplain
     * #withdraw withdraws} them. Its row must be locked.
     *
     * @param standIns what is to stand in the place of each, at least one
     * @return false when it is too late
     */
    public boolean takeBack(String requestId, List<? extends Event> standIns) {
        Optional<Timed> taken = timed.of(requestId).filter(each -> timed.takeBack(each, this));
        taken.ifPresent(each -> inHand.put(requestId, new TakenBack(each, List.copyOf(standIns))));
        return taken.isPresent();
    }

    /** Whether this transaction has taken timed events of the request back. */
    public boolean hasTakenBack(String requestId) {
        return inHand.containsKey(requestId);
    }

    /**
     * Has what was taken back never sent; what stands in its place is sent at once, so that the stream has no gap.
     *
     * @return what stands in its place
     */
    public List<Event> withdraw(String requestId) {
        TakenBack taken = inHand.get(requestId);
        if (taken == null) {
            throw new IllegalArgumentException("nothing of the request was taken back");
        }
        withdrawn.put(requestId, taken);
        return taken.standIns();
    }

    boolean wakesRelay() {
        return !withdrawn.isEmpty();
    }

    /** Before anything else is published, so that what stands in goes first. One statement, none when nothing is withdrawn. */
    Uni<Void> storeStandIns(SqlConnection sql) {
        Map<Unsent, Event> standIns = new LinkedHashMap<>();
        for (TakenBack each : withdrawn.values()) {
            List<Unsent> rows = each.timed().rows();
            for (int i = 0; i < rows.size(); i++) {
                standIns.put(rows.get(i), each.standIn(i));
            }
        }
        return standIns.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.replace(sql, standIns)
                        .invoke(replaced -> {
                            if (replaced != standIns.size()) {
                                throw new NotOwnerException(lanes(withdrawn.values()));
                            }
                        })
                        .replaceWithVoid();
    }

    /** The last thing before the commit. One statement, none when nothing is timed. */
    Uni<Void> storeTimed(SqlConnection sql) {
        Uni<Void> storing = events.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.store(sql, events, moments)
                        .invoke(rows -> {
                            stored = rows;
                            timed.stored(rows);
                        })
                        .replaceWithVoid();
        return storing.invoke(() -> committing = true);
    }

    void committed() {
        timed.committed(stored);
        timed.gone(all(withdrawn.values()));
        timed.giveBack(all(inHand.values()), this);
    }

    /** Nothing of it counts, unless the commit itself failed: then nobody knows. */
    void failed() {
        if (committing) {
            timed.uncertain(stored, this);
            timed.uncertain(all(withdrawn.values()), this);
        } else {
            timed.gone(stored);
        }
        timed.giveBack(all(inHand.values()), this);
    }

    private static List<Timed> all(Collection<TakenBack> taken) {
        return taken.stream().map(TakenBack::timed).toList();
    }

    private static Set<Integer> lanes(Collection<TakenBack> taken) {
        return all(taken).stream().map(Timed::lane).collect(Collectors.toSet());
    }
}
