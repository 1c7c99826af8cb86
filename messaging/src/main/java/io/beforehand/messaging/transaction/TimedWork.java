package io.beforehand.messaging.transaction;

import io.beforehand.events.Event;
import io.beforehand.events.StreamEvent;
import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.outbox.TimedEvents;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a transaction does with timed events: stores some, takes others back. */
public final class TimedWork {

    private final Outbox outbox;
    private final TimedEvents timed;
    private final List<StreamEvent> events = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>();
    private final Map<String, List<Event>> standIns = new HashMap<>();
    private final Set<String> withdrawn = new TreeSet<>();
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
     * @param replacements what is to stand in the place of each
     * @return false when it is too late
     */
    public boolean takeBack(String requestId, List<? extends Event> replacements) {
        boolean inTime = timed.takeBack(requestId);
        if (inTime) {
            standIns.put(requestId, List.copyOf(replacements));
        }
        return inTime;
    }

    /** Whether this transaction has taken timed events of the request back. */
    public boolean hasTakenBack(String requestId) {
        return standIns.containsKey(requestId);
    }

    /**
     * Has what was taken back never sent; what stands in its place is sent at once, so that the stream has no gap.
     *
     * @return what stands in its place
     */
    public List<Event> withdraw(String requestId) {
        withdrawn.add(requestId);
        return Objects.requireNonNull(standIns.get(requestId));
    }

    boolean wakesRelay() {
        return !withdrawn.isEmpty() || !events.isEmpty();
    }

    /** The last thing before the commit. One statement each to withdraw and to store, none when there is nothing. */
    Uni<Void> store(SqlConnection sql) {
        Map<Unsent, Event> replaced = new LinkedHashMap<>();
        for (String requestId : withdrawn) {
            List<Unsent> rows = timed.takenBack(requestId);
            List<Event> others = Objects.requireNonNull(standIns.get(requestId));
            for (int i = 0; i < rows.size(); i++) {
                replaced.put(rows.get(i), others.get(Math.min(i, others.size() - 1)));
            }
        }
        Uni<Void> withdrawing = replaced.isEmpty() ? Uni.createFrom().voidItem() : outbox.withdraw(sql, replaced);
        Uni<Void> storing = events.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.store(sql, events, moments).invoke(this::stored).replaceWithVoid();
        return withdrawing.chain(() -> storing).invoke(() -> committing = true);
    }

    private void stored(List<Timed> rows) {
        stored = rows;
        timed.stored(rows);
    }

    void committed() {
        timed.committed(stored);
        timed.forget(withdrawn);
        timed.giveBack(standIns.keySet());
    }

    /** What the commit itself did nobody knows. */
    void failed() {
        timed.forget(stored.stream().map(Timed::requestId).toList());
        if (committing) {
            timed.forget(withdrawn);
        }
        timed.giveBack(standIns.keySet());
    }
}
