package io.beforehand.messaging.transaction;

import io.beforehand.events.Event;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.outbox.TimedEvents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a transaction does with timed events: stores some, takes others back. */
public final class TimedWork {

    private final Outbox outbox;
    private final TimedEvents timed;
    private final List<StreamEvent> events = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>();
    private final Set<String> takenBack = new HashSet<>();
    private final Map<String, Event> standIns = new HashMap<>();
    private List<Timed> stored = List.of();
    private boolean committing;

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

    /** The moment of the request's timed events, if they may still be taken back. */
    public Optional<Instant> of(String requestId) {
        return timed.of(requestId);
    }

    /**
     * Keeps the request's timed events from being sent as long as this transaction runs, and for good if it {@linkplain
     * #withdraw withdraws} them. Its row must be locked.
     *
     * @return false when it is too late
     */
    public boolean takeBack(String requestId) {
        boolean inTime = timed.takeBack(requestId);
        if (inTime) {
            takenBack.add(requestId);
        }
        return inTime;
    }

    /** Puts another event in the place of each that was taken back, so that the stream has no gap. */
    public void withdraw(String requestId, Event standIn) {
        standIns.put(requestId, standIn);
    }

    boolean wakesRelay() {
        return !standIns.isEmpty() || !events.isEmpty();
    }

    /** The last thing before the commit. One statement to store, one for each kind of event that stands in. */
    Uni<Void> store(SqlConnection sql) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Event standIn : new HashSet<>(standIns.values())) {
            List<String> withdrawn = standIns.keySet().stream()
                    .filter(id -> standIn.equals(standIns.get(id)))
                    .sorted()
                    .toList();
            all = all.chain(() -> outbox.withdraw(sql, timed.takenBack(withdrawn), standIn));
        }
        if (!events.isEmpty()) {
            all = all.chain(() -> outbox.store(sql, events, moments))
                    .invoke(this::stored)
                    .replaceWithVoid();
        }
        return all.invoke(() -> committing = true);
    }

    private void stored(List<Timed> rows) {
        stored = rows;
        timed.stored(rows);
    }

    void committed() {
        timed.committed(stored);
        timed.forget(standIns.keySet());
        takenBack.removeAll(standIns.keySet());
        timed.giveBack(takenBack);
    }

    /** What the commit itself did nobody knows. */
    void failed() {
        timed.forget(stored.stream().map(Timed::requestId).toList());
        if (committing) {
            timed.forget(standIns.keySet());
        }
        timed.giveBack(takenBack);
    }
}
