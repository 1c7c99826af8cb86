package io.beforehand.messaging.outbox;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
 * The timed events of the lanes that this replica owns: stored ahead of the moment at which they are to be sent, so that at
 * that moment no transaction stands between them and the brokers. Until they are released a transaction may take them back.
 *
 * <p>A request has those of one moment at a time. Every change names the events it means, so that word that comes late about
 * others of the same request does nothing. What is lost from here is found again in the table.
 */
@ApplicationScoped
public class TimedEvents {

    /**
     * @param since when it came into this state, by {@link System#nanoTime}
     * @param holder the transaction that has taken them back
     */
    private record Entry(
            Timed timed,
            TimedState state,
            long since,
            @Nullable Object holder) {}

    private static final Comparator<Timed> SOONEST =
            Comparator.comparing(Timed::at).thenComparingLong(Timed::firstId);

    private final RelaySignal relay;
    private final Set<Integer> lanes = new HashSet<>();
    private final Map<String, Entry> byRequest = new HashMap<>();
    private final TreeSet<Timed> waiting = new TreeSet<>(SOONEST);
    private final TreeSet<Timed> leaving = new TreeSet<>(SOONEST);
    private final Set<Long> goneMeanwhile = new HashSet<>();
    private boolean looking;

    TimedEvents(RelaySignal relay) {
        this.relay = relay;
    }

    /** The lane is this replica's; it has no timed events but those that will be {@linkplain #found}. */
    public synchronized void gained(int lane) {
        lost(lane);
        lanes.add(lane);
    }

    /** The lane is somebody else's. */
    public synchronized void lost(int lane) {
        lanes.remove(lane);
        all(entry -> entry.timed().lane() == lane).forEach(this::remove);
    }

    /** In a transaction that is still to be committed. The requests have no others. */
    public synchronized void stored(Collection<Timed> timed) {
        timed.stream()
                .filter(each -> lanes.contains(each.lane()) && !byRequest.containsKey(each.requestId()))
                .forEach(each -> put(each, TimedState.STORED, null));
    }

    /** The transaction is committed: they wait, unless another has taken them back already. */
    public synchronized void committed(Collection<Timed> timed) {
        timed.stream()
                .filter(each -> isIn(TimedState.STORED, each))
                .forEach(each -> put(each, TimedState.WAITING, null));
    }

    /** Nobody knows whether the transaction that stored or took them back is committed. */
    public synchronized void uncertain(Collection<Timed> timed, Object holder) {
        timed.stream()
                .filter(each -> isIn(TimedState.STORED, each) || isHeld(each, holder))
                .forEach(each -> put(each, TimedState.UNCERTAIN, null));
    }

    /** They are not in the table, or others stand in their place there. */
    public synchronized void gone(Collection<Timed> timed) {
        timed.stream().filter(this::isKnown).forEach(this::remove);
    }

    /** Whether the request has timed events, in whatever state. */
    public synchronized boolean has(String requestId) {
        return byRequest.containsKey(requestId);
    }

    /** The request's timed events, if they may still be taken back. */
    public synchronized Optional<Timed> of(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId))
                .filter(entry -> entry.state().isTakeable())
                .map(Entry::timed);
    }

    /**
     * Keeps them from being released, for whoever holds the lock on the request's row; one that had them in hand before does
     * not hold it any more. False when it is too late.
     */
    public synchronized boolean takeBack(Timed timed, Object holder) {
        boolean inTime = of(timed.requestId()).filter(timed::equals).isPresent();
        if (inTime) {
            put(timed, TimedState.TAKEN_BACK, holder);
        }
        return inTime;
    }

    /** What this holder has in hand waits again. */
    public synchronized void giveBack(Collection<Timed> timed, Object holder) {
        timed.stream().filter(each -> isHeld(each, holder)).forEach(each -> put(each, TimedState.WAITING, null));
    }

    /** Looking for timed events in the table begins: what goes from here in the meantime is not found. */
    public synchronized void lookBegins() {
        looking = true;
    }

    /** What lies in the table. Those that are known here already stay as they are. */
    public synchronized void found(Outbox.StoredTimed stored) {
        stored.due().stream().filter(this::isNew).forEach(each -> put(each, TimedState.INHERITED, null));
        stored.toCome().stream().filter(this::isNew).forEach(each -> put(each, TimedState.WAITING, null));
    }

    /** What was found has been told. */
    public synchronized void lookEnds() {
        looking = false;
        goneMeanwhile.clear();
    }

    /** What has been uncertain for that long. */
    public synchronized List<Timed> uncertain(long nanos) {
        long now = System.nanoTime();
        return all(entry -> entry.state() == TimedState.UNCERTAIN && now - entry.since() >= nanos);
    }

    /** What was uncertain is found to lie in the table, or not to. */
    public synchronized void resolved(Collection<Timed> timed, Set<Long> idsInTable) {
        timed.stream().filter(each -> isIn(TimedState.UNCERTAIN, each)).forEach(each -> {
            if (idsInTable.contains(each.firstId())) {
                put(each, TimedState.WAITING, null);
            } else {
                remove(each);
            }
        });
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

    /** Whether they wait and cannot be taken back. */
    public synchronized boolean isInherited(Timed timed) {
        return isIn(TimedState.INHERITED, timed);
    }

    /** Lets those go that still wait. */
    public synchronized void open(Collection<Timed> timed) {
        List<Timed> still = timed.stream().filter(waiting::contains).toList();
        still.forEach(each -> put(each, TimedState.OPEN, null));
        if (!still.isEmpty()) {
            relay.nudge();
        }
    }

    /** How far a lane has come. */
    public interface Lanes {

        /** Whether everything stored before that time, by {@link System#nanoTime}, is sent, but for what is timed. */
        boolean sentSince(int lane, long nanoTime);
    }

    /**
     * Releases what is open, for good.
     *
     * @param most so many
     * @return all that is released and not {@linkplain #sent} yet
     */
    public synchronized List<Timed> release(Lanes progress, int most) {
        List<Timed> released = new ArrayList<>();
        for (Timed each : List.copyOf(leaving)) {
            Entry entry = byRequest.get(each.requestId());
            if (entry == null || released.size() >= most) {
                break;
            }
            if (entry.state() == TimedState.OPEN && progress.sentSince(each.lane(), entry.since())) {
                put(each, TimedState.RELEASED, null);
            }
            if (isIn(TimedState.RELEASED, each)) {
                released.add(each);
            }
        }
        return released;
    }

    /** Whether an event of the request with that id comes after timed ones. */
    public synchronized boolean isBehind(String requestId, long id) {
        Entry entry = byRequest.get(requestId);
        return entry != null && entry.timed().firstId() < id;
    }

    /**
     * Those rows are in Kafka.
     *
     * @return the timed events of which every row is among them
     */
    public synchronized List<Timed> sent(Collection<Unsent> rows) {
        if (leaving.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = rows.stream().map(Unsent::id).collect(Collectors.toSet());
        List<Timed> sent = leaving.stream()
                .filter(each ->
                        isIn(TimedState.RELEASED, each) && each.rows().stream().allMatch(row -> ids.contains(row.id())))
                .toList();
        sent.forEach(this::remove);
        return sent;
    }

    /** That row is not to be sent. */
    public synchronized void setAside(Unsent row) {
        all(entry -> entry.timed().rows().contains(row)).forEach(this::remove);
    }

    private boolean isNew(Timed timed) {
        return lanes.contains(timed.lane())
                && !byRequest.containsKey(timed.requestId())
                && !goneMeanwhile.contains(timed.firstId());
    }

    private boolean isKnown(Timed timed) {
        Entry entry = byRequest.get(timed.requestId());
        return entry != null && entry.timed().equals(timed);
    }

    private boolean isIn(TimedState state, Timed timed) {
        Entry entry = byRequest.get(timed.requestId());
        return entry != null && entry.state() == state && entry.timed().equals(timed);
    }

    private boolean isHeld(Timed timed, Object holder) {
        Entry entry = byRequest.get(timed.requestId());
        return entry != null && entry.holder() == holder && isIn(TimedState.TAKEN_BACK, timed);
    }

    private List<Timed> all(Predicate<Entry> wanted) {
        return byRequest.values().stream().filter(wanted).map(Entry::timed).toList();
    }

    private void put(Timed timed, TimedState state, @Nullable Object holder) {
        Entry before = byRequest.get(timed.requestId());
        long now = System.nanoTime();
        // What is open was complete when it began to wait.
        long since = before != null && state == TimedState.OPEN ? before.since() : now;
        waiting.remove(timed);
        leaving.remove(timed);
        byRequest.put(timed.requestId(), new Entry(timed, state, since, holder));
        if (state == TimedState.WAITING || state == TimedState.INHERITED) {
            waiting.add(timed);
        } else if (state == TimedState.OPEN || state == TimedState.RELEASED) {
            leaving.add(timed);
        }
    }

    private void remove(Timed timed) {
        byRequest.remove(timed.requestId());
        waiting.remove(timed);
        leaving.remove(timed);
        if (looking) {
            timed.rows().forEach(row -> goneMeanwhile.add(row.id()));
        }
    }
}
