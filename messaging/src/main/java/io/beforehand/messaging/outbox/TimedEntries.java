package io.beforehand.messaging.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each of the timed events is, one entry a request. For one thread at a time. */
final class TimedEntries {

    /**
     * @param inherited found when it was time already: whoever had the lane before may have sent them, and what was stored since
     *     comes after them. They can only be sent again
     * @param since when it came into this state, by {@link System#nanoTime}
     * @param holder the transaction that has taken them back
     */
    record Entry(
            Timed timed,
            TimedState state,
            boolean inherited,
            long since,
            @Nullable Object holder) {

        /** Whether whoever holds the lock on the request's row may take them back. */
        boolean isTakeable() {
            return !inherited && state != TimedState.RELEASED;
        }
    }

    private static final Comparator<Timed> SOONEST =
            Comparator.comparing(Timed::at).thenComparingLong(Timed::firstId);

    private final Map<String, Entry> byRequest = new HashMap<>();
    private final Map<Integer, TreeSet<Timed>> waiting = new HashMap<>();
    private final TreeSet<Timed> leaving = new TreeSet<>(SOONEST);

    /** The request's, if it has any. */
    @Nullable
    Entry of(String requestId) {
        return byRequest.get(requestId);
    }

    /** The entry of these events, and not of others of the same request. */
    @Nullable
    Entry of(Timed timed) {
        Entry entry = byRequest.get(timed.requestId());
        return entry != null && entry.timed().equals(timed) ? entry : null;
    }

    boolean isKnown(Timed timed) {
        return of(timed) != null;
    }

    boolean isIn(TimedState state, Timed timed) {
        Entry entry = of(timed);
        return entry != null && entry.state() == state;
    }

    boolean isHeld(Timed timed, Object holder) {
        Entry entry = of(timed);
        return entry != null && entry.state() == TimedState.TAKEN_BACK && entry.holder() == holder;
    }

    int requests() {
        return byRequest.size();
    }

    /** When the first of those that wait is to be sent. */
    Optional<Instant> soonest() {
        return waiting.values().stream().map(TreeSet::first).map(Timed::at).min(Comparator.naturalOrder());
    }

    /** Those that wait although it is time: of each lane so many at the most, its soonest. */
    Stream<Timed> overdue(Instant now, Predicate<Timed> wanted, int mostOfALane) {
        return waiting.values().stream().flatMap(lane -> lane.stream()
                .takeWhile(each -> !each.at().isAfter(now))
                .filter(wanted)
                .limit(mostOfALane));
    }

    /** Those that are open or released, the soonest first. */
    Stream<Timed> leaving() {
        return leaving.stream();
    }

    List<Timed> all(Predicate<Entry> wanted) {
        return byRequest.values().stream().filter(wanted).map(Entry::timed).toList();
    }

    void put(Timed timed, TimedState state) {
        put(timed, state, null);
    }

    void put(Timed timed, TimedState state, @Nullable Object holder) {
        Entry before = byRequest.get(timed.requestId());
        put(timed, state, before != null && before.inherited(), holder);
    }

    void inherit(Timed timed) {
        put(timed, TimedState.WAITING, true, null);
    }

    private void put(Timed timed, TimedState state, boolean inherited, @Nullable Object holder) {
        Entry before = byRequest.get(timed.requestId());
        // What is open was complete when it began to wait.
        long since = before != null && state == TimedState.OPEN ? before.since() : System.nanoTime();
        takeOut(timed);
        byRequest.put(timed.requestId(), new Entry(timed, state, inherited, since, holder));
        if (state == TimedState.WAITING) {
            waiting.computeIfAbsent(timed.lane(), _ -> new TreeSet<>(SOONEST)).add(timed);
        } else if (state == TimedState.OPEN || state == TimedState.RELEASED) {
            leaving.add(timed);
        }
    }

    void remove(Timed timed) {
        byRequest.remove(timed.requestId());
        takeOut(timed);
    }

    private void takeOut(Timed timed) {
        waiting.computeIfPresent(timed.lane(), (_, lane) -> lane.remove(timed) && lane.isEmpty() ? null : lane);
        leaving.remove(timed);
    }
}
