package io.beforehand.messaging.outbox;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The timed events of the lanes that this replica owns: stored ahead of the moment at which they are to be sent, so that at
 * that moment no transaction stands between them and the brokers. Until they are released a transaction may take them back.
 *
 * <p>A request has those of one moment at a time. All that happens to them here is: stored, waiting, released, sent; or taken
 * back while stored or waiting, and then withdrawn or waiting again. What is lost from here, {@link #found} brings back.
 */
@ApplicationScoped
public class TimedEvents {

    private enum State {
        STORED,
        WAITING,
        TAKEN_BACK,
        RELEASED
    }

    /** @param since when it came into this state, by {@link System#nanoTime} */
    private record Entry(Timed timed, State state, long since) {}

    private static final Comparator<Timed> SOONEST =
            Comparator.comparing(Timed::at).thenComparingLong(Timed::firstId);

    private final RelaySignal relay;
    private final Map<String, Entry> byRequest = new HashMap<>();
    private final TreeSet<Timed> waiting = new TreeSet<>(SOONEST);
    private final Map<String, Timed> released = new LinkedHashMap<>();
    private final Map<Integer, Instant> open = new HashMap<>();

    TimedEvents(RelaySignal relay) {
        this.relay = relay;
    }

    /** In a transaction that is still to be committed. */
    public synchronized void stored(Collection<Timed> timed) {
        timed.forEach(each -> put(each, State.STORED));
    }

    /** The transaction is committed: they wait, unless another has taken them back already. */
    public synchronized void committed(Collection<Timed> timed) {
        timed.stream().filter(each -> isIn(State.STORED, each.requestId())).forEach(each -> put(each, State.WAITING));
    }

    /** Nobody knows whether they are in the table; if so they are found there. */
    public synchronized void forget(Collection<String> requestIds) {
        requestIds.forEach(this::remove);
    }

    /** Those that lie in the table. Those that are known here already stay as they are. */
    public synchronized void found(Collection<Timed> timed) {
        timed.stream()
                .filter(each -> !byRequest.containsKey(each.requestId()))
                .forEach(each -> put(each, State.WAITING));
    }

    /** The moment of the request's timed events, if they may still be taken back. */
    public synchronized Optional<Instant> of(String requestId) {
        return isIn(State.STORED, requestId) || isIn(State.WAITING, requestId)
                ? Optional.of(timed(requestId).at())
                : Optional.empty();
    }

    /** Keeps them from being released. For who holds the lock on the request's row; false when it is too late. */
    public synchronized boolean takeBack(String requestId) {
        boolean inTime = of(requestId).isPresent();
        if (inTime) {
            put(timed(requestId), State.TAKEN_BACK);
        }
        return inTime;
    }

    /** What was taken back waits again. */
    public synchronized void giveBack(Collection<String> requestIds) {
        requestIds.stream().filter(id -> isIn(State.TAKEN_BACK, id)).forEach(id -> put(timed(id), State.WAITING));
    }

    /** The rows of what was taken back. */
    public synchronized List<Unsent> takenBack(String requestId) {
        return isIn(State.TAKEN_BACK, requestId) ? timed(requestId).rows() : List.of();
    }

    /** Lets those of the lane go that are to be sent at that moment or before. */
    public synchronized void open(int lane, Instant upTo) {
        open.merge(lane, upTo, (before, now) -> before.isAfter(now) ? before : now);
        relay.nudge();
    }

    /** When the first of those that wait is to be sent. */
    public synchronized Optional<Instant> soonest() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.first().at());
    }

    /** Those that still wait although it is time, the soonest first. */
    public synchronized List<Timed> overdue(Instant now) {
        List<Timed> overdue = new ArrayList<>();
        for (Timed each : waiting) {
            if (each.at().isAfter(now)) {
                break;
            }
            overdue.add(each);
        }
        return overdue;
    }

    /**
     * Releases what is open, for good: whatever becomes of sending, it goes out.
     *
     * @param lanes what everything that belongs before may be asked
     * @param most released at once
     * @return all that is released and not {@linkplain #sent} yet
     */
    public synchronized List<Timed> release(Lanes lanes, int most) {
        Instant latest = open.values().stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
        List<Timed> leaving = new ArrayList<>();
        for (Timed each : waiting) {
            if (each.at().isAfter(latest) || leaving.size() >= most) {
                break;
            }
            Entry entry = byRequest.get(each.requestId());
            if (isOpen(each) && entry != null && lanes.sentSince(each.lane(), entry.since())) {
                leaving.add(each);
            }
        }
        leaving.forEach(each -> put(each, State.RELEASED));
        return List.copyOf(released.values());
    }

    /** How far a lane has come. */
    public interface Lanes {

        /** Whether everything stored before that time, by {@link System#nanoTime}, is sent, but for what is timed. */
        boolean sentSince(int lane, long nanoTime);
    }

    /** Whether an event of the request with that id has to wait for the request's timed events. */
    public synchronized boolean isBehind(String requestId, long id) {
        Entry entry = byRequest.get(requestId);
        return entry != null && entry.timed().firstId() < id;
    }

    /** Those are in Kafka. */
    public synchronized void sent(Collection<Timed> timed) {
        timed.forEach(each -> remove(each.requestId()));
    }

    /** The lane is somebody else's. */
    public synchronized void lost(int lane) {
        open.remove(lane);
        List<String> gone = byRequest.values().stream()
                .map(Entry::timed)
                .filter(each -> each.lane() == lane)
                .map(Timed::requestId)
                .toList();
        gone.forEach(this::remove);
    }

    private boolean isOpen(Timed timed) {
        Instant upTo = open.get(timed.lane());
        return upTo != null && !timed.at().isAfter(upTo);
    }

    private boolean isIn(State state, String requestId) {
        Entry entry = byRequest.get(requestId);
        return entry != null && entry.state() == state;
    }

    private Timed timed(String requestId) {
        return Objects.requireNonNull(byRequest.get(requestId)).timed();
    }

    private void put(Timed timed, State state) {
        remove(timed.requestId());
        byRequest.put(timed.requestId(), new Entry(timed, state, System.nanoTime()));
        if (state == State.WAITING) {
            waiting.add(timed);
        } else if (state == State.RELEASED) {
            released.put(timed.requestId(), timed);
        }
    }

    private void remove(String requestId) {
        Entry before = byRequest.remove(requestId);
        if (before != null) {
            waiting.remove(before.timed());
            released.remove(requestId);
        }
    }
}
