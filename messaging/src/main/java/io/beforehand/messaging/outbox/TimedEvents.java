package io.beforehand.messaging.outbox;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.TimedEntries.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The timed events of the lanes that this replica owns: stored ahead of the moment at which they are to be sent, so that at
 * that moment no transaction stands between them and the brokers. Until they are released a transaction may take them back.
 *
 * <p>A request has those of one moment at a time. Every change names the events it means, so that word that comes late about
 * others of the same request does nothing. What is lost from here is found again in the table.
 */
@ApplicationScoped
public class TimedEvents {

    private final RelaySignal relay;
    private final Set<Integer> lanes = new HashSet<>();
    private final TimedEntries entries = new TimedEntries();
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
        entries.all(entry -> entry.timed().lane() == lane).forEach(this::remove);
    }

    /** In a transaction that is still to be committed. The requests have no others. */
    public synchronized void stored(Collection<Timed> timed) {
        timed.stream()
                .filter(each -> lanes.contains(each.lane()) && !has(each.requestId()))
                .forEach(each -> entries.put(each, TimedState.STORED));
    }

    /** The transaction is committed: they wait, unless another has taken them back already. */
    public synchronized void committed(Collection<Timed> timed) {
        timed.stream()
                .filter(each -> entries.isIn(TimedState.STORED, each))
                .forEach(each -> entries.put(each, TimedState.WAITING));
    }

    /** Nobody knows whether the transaction that stored or took them back is committed. */
    public synchronized void uncertain(Collection<Timed> timed, Object holder) {
        timed.stream()
                .filter(each -> entries.isIn(TimedState.STORED, each) || entries.isHeld(each, holder))
                .forEach(each -> entries.put(each, TimedState.UNCERTAIN));
    }

    /** They are not in the table, or others stand in their place there. */
    public synchronized void gone(Collection<Timed> timed) {
        timed.stream().filter(entries::isKnown).forEach(this::remove);
    }

    /** Whether the request has timed events, in whatever state. */
    public synchronized boolean has(String requestId) {
        return entries.of(requestId) != null;
    }

    /** The request's timed events, if they may still be taken back. */
    public synchronized Optional<Timed> of(String requestId) {
        return Optional.ofNullable(entries.of(requestId))
                .filter(Entry::isTakeable)
                .map(Entry::timed);
    }

    /**
     * Keeps them from being released, for whoever holds the lock on the request's row; one that had them in hand before does
     * not hold it any more. False when it is too late.
     */
    public synchronized boolean takeBack(Timed timed, Object holder) {
        boolean inTime = of(timed.requestId()).filter(timed::equals).isPresent();
        if (inTime) {
            entries.put(timed, TimedState.TAKEN_BACK, holder);
        }
        return inTime;
    }

    /** What this holder has in hand waits again. */
    public synchronized void giveBack(Collection<Timed> timed, Object holder) {
        timed.stream()
                .filter(each -> entries.isHeld(each, holder))
                .forEach(each -> entries.put(each, TimedState.WAITING));
    }

    /** Looking for timed events in the table begins: what goes from here in the meantime is not found. */
    public synchronized void lookBegins() {
        looking = true;
    }

    /** What lies in the table. Those that are known here already stay as they are. */
    public synchronized void found(Outbox.StoredTimed stored) {
        stored.due().stream().filter(this::isNew).forEach(entries::inherit);
        stored.toCome().stream().filter(this::isNew).forEach(each -> entries.put(each, TimedState.WAITING));
    }

    /** What was found has been told. */
    public synchronized void lookEnds() {
        looking = false;
        goneMeanwhile.clear();
    }

    /** What has been uncertain for that long. */
    public synchronized List<Timed> uncertain(long nanos) {
        long now = System.nanoTime();
        return entries.all(entry -> entry.state() == TimedState.UNCERTAIN && now - entry.since() >= nanos);
    }

    /** What was uncertain is found to lie in the table, or not to. */
    public synchronized void resolved(Collection<Timed> timed, Set<Long> idsInTable) {
        timed.stream().filter(each -> entries.isIn(TimedState.UNCERTAIN, each)).forEach(each -> {
            if (idsInTable.contains(each.firstId())) {
                entries.put(each, TimedState.WAITING);
            } else {
                remove(each);
            }
        });
    }

    /** Of how many requests there are timed events, in whatever state. */
    public synchronized int requests() {
        return entries.requests();
    }

    /** When the first of those that wait is to be sent. */
    public synchronized Optional<Instant> soonest() {
        return entries.soonest();
    }

    /** Those that still wait although it is time: of each lane so many at the most, so that none has to wait for another. */
    public synchronized List<Timed> overdue(Instant now, int mostOfALane) {
        return entries.overdue(now, _ -> true, mostOfALane).toList();
    }

    /** Of those the ones that may be taken back. */
    public synchronized List<Timed> overdueAndTakeable(Instant now, int mostOfALane) {
        return entries.overdue(now, each -> !isInherited(each), mostOfALane).toList();
    }

    /** Of those the ones that were found when it was time already, so that they cannot be taken back. */
    public synchronized List<Timed> overdueAndInherited(Instant now, int mostOfALane) {
        return entries.overdue(now, this::isInherited, mostOfALane).toList();
    }

    private boolean isInherited(Timed timed) {
        Entry entry = entries.of(timed);
        return entry != null && entry.inherited();
    }

    /** Lets those go that still wait. */
    public synchronized void open(Collection<Timed> timed) {
        List<Timed> still = timed.stream()
                .filter(each -> entries.isIn(TimedState.WAITING, each))
                .toList();
        still.forEach(each -> entries.put(each, TimedState.OPEN));
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
        List<Timed> released = entries.leaving()
                .filter(each -> entries.isIn(TimedState.RELEASED, each) || isSentUpTo(each, progress))
                .limit(most)
                .toList();
        released.stream()
                .filter(each -> entries.isIn(TimedState.OPEN, each))
                .forEach(each -> entries.put(each, TimedState.RELEASED));
        return released;
    }

    /** Whether everything that was stored before it is sent, so that it overtakes nothing. */
    private boolean isSentUpTo(Timed timed, Lanes progress) {
        Entry entry = entries.of(timed);
        return entry != null && progress.sentSince(timed.lane(), entry.since());
    }

    /** Whether an event of the request with that id comes after timed ones. */
    public synchronized boolean isBehind(String requestId, long id) {
        Entry entry = entries.of(requestId);
        return entry != null && entry.timed().firstId() < id;
    }

    /**
     * Those rows are in Kafka.
     *
     * @return the timed events of which every row is among them
     */
    public synchronized List<Timed> sent(Collection<Unsent> rows) {
        if (entries.requests() == 0) {
            return List.of();
        }
        Set<Long> ids = rows.stream().map(Unsent::id).collect(Collectors.toSet());
        List<Timed> sent = rows.stream()
                .map(row -> entries.of(row.event().requestId()))
                .filter(entry -> entry != null && entry.state() == TimedState.RELEASED)
                .map(Entry::timed)
                .distinct()
                .filter(each -> each.rows().stream().allMatch(row -> ids.contains(row.id())))
                .toList();
        sent.forEach(this::remove);
        return sent;
    }

    /** That row is not to be sent. */
    public synchronized void setAside(Unsent row) {
        entries.all(entry -> entry.timed().rows().contains(row)).forEach(this::remove);
    }

    private boolean isNew(Timed timed) {
        return lanes.contains(timed.lane()) && !has(timed.requestId()) && !goneMeanwhile.contains(timed.firstId());
    }

    private void remove(Timed timed) {
        entries.remove(timed);
        if (looking) {
            timed.rows().forEach(row -> goneMeanwhile.add(row.id()));
        }
    }
}
