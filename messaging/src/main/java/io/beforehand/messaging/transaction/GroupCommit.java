package io.beforehand.messaging.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Lets concurrent writes share a commit: while one batch is under way, or has begun only just now, whatever arrives joins the
 * next. The first after a while starts at once, so nobody waits for company where there is none.
 *
 * <p>A batch that fails for what lies in it is tried again one member at a time, so that only the culprit fails. A failure of
 * the surroundings fails every member and whatever waits: none of them is known to be stored, and who waits behind an outage
 * is better told so.
 *
 * @param <C> a write
 * @param <R> what came of it
 */
public final class GroupCommit<C, R> {

    /** Timers know no shorter time. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(1);

    private final int maxBatch;
    private final int maxInFlight;
    private final Duration apart;
    private final Function<List<C>, Uni<List<R>>> commit;
    private final Queue<Member<C, R>> waiting = new ArrayDeque<>();
    private int inFlight;
    private long mayBegin = System.nanoTime();
    private boolean resting;

    /**
     * @param maxBatch members of a batch at the most
     * @param maxInFlight batches under way at the same time, 1 or more
     * @param apart the time between the beginnings of two batches at the least; a batch costs much more than a member of it
     * @param commit stores a batch in one transaction and returns the results in the members' order
     */
    public GroupCommit(int maxBatch, int maxInFlight, Duration apart, Function<List<C>, Uni<List<R>>> commit) {
        this.maxBatch = maxBatch;
        this.maxInFlight = maxInFlight;
        this.apart = apart;
        this.commit = commit;
    }

    /** Stores the write with whatever else is waiting. Not cancelled when its caller goes away. */
    public Uni<R> submit(C write) {
        return Uni.createFrom()
                .<R>emitter(emitter -> {
                    synchronized (this) {
                        waiting.add(new Member<>(write, emitter));
                    }
                    next();
                })
                .memoize()
                .indefinitely();
    }

    private void next() {
        List<Member<C, R>> batch = new ArrayList<>();
        synchronized (this) {
            if (waiting.isEmpty() || inFlight >= maxInFlight || rests()) {
                return;
            }
            while (batch.size() < maxBatch && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            inFlight++;
            mayBegin = System.nanoTime() + apart.toNanos();
        }
        store(batch).subscribe().with(_ -> done(), _ -> done());
    }

    /** Whether the last batch began only just now; if so, the next begins in time. */
    private boolean rests() {
        long left = mayBegin - System.nanoTime();
        if (left > 0 && !resting) {
            resting = true;
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(Duration.ofNanos(Math.max(left, SHORTEST_REST.toNanos())))
                    .subscribe()
                    .with(_ -> rested());
        }
        return left > 0;
    }

    private void rested() {
        synchronized (this) {
            resting = false;
        }
        next();
    }

    private void done() {
        synchronized (this) {
            inFlight--;
        }
        next();
    }

    private Uni<Void> store(List<Member<C, R>> batch) {
        return Uni.createFrom()
                .deferred(() -> commit.apply(batch.stream().map(Member::write).toList()))
                .invoke(results -> {
                    for (int i = 0; i < batch.size(); i++) {
                        batch.get(i).emitter().complete(results.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    boolean surroundings = FailureClass.of(failure) == FailureClass.RETRY;
                    if (batch.size() > 1 && !surroundings) {
                        return oneByOne(batch);
                    }
                    batch.forEach(member -> member.emitter().fail(failure));
                    if (surroundings) {
                        failWaiting(failure);
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    private void failWaiting(Throwable failure) {
        List<Member<C, R>> behind;
        synchronized (this) {
            behind = List.copyOf(waiting);
            waiting.clear();
        }
        behind.forEach(member -> member.emitter().fail(failure));
    }

    private Uni<Void> oneByOne(List<Member<C, R>> batch) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Member<C, R> member : batch) {
            all = all.chain(() -> store(List.of(member)));
        }
        return all;
    }

    private record Member<C, R>(C write, UniEmitter<? super R> emitter) {}
}
