package io.beforehand.messaging.transaction;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Lets concurrent writes share a commit: while one batch is under way, whatever arrives joins the next. An idle one starts
 * at once, so nobody waits for company.
 *
 * <p>A batch that fails for what lies in it is tried again one member at a time, so that only the culprit fails. A failure of
 * the surroundings fails every member and whatever waits: none of them is known to be stored, and who waits behind an outage
 * is better told so.
 *
 * @param <C> a write
 * @param <R> what came of it
 */
public final class GroupCommit<C, R> {

    private final int maxBatch;
    private final int maxInFlight;
    private final Function<List<C>, Uni<List<R>>> commit;
    private final Queue<Member<C, R>> waiting = new ArrayDeque<>();
    private int inFlight;

    /**
     * @param maxBatch members of a batch at the most
     * @param maxInFlight batches under way at the same time, 1 or more
     * @param commit stores a batch in one transaction and returns the results in the members' order
     */
    public GroupCommit(int maxBatch, int maxInFlight, Function<List<C>, Uni<List<R>>> commit) {
        this.maxBatch = maxBatch;
        this.maxInFlight = maxInFlight;
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
            if (inFlight >= maxInFlight) {
                return;
            }
            while (batch.size() < maxBatch && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                return;
            }
            inFlight++;
        }
        store(batch).subscribe().with(_ -> done(), _ -> done());
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
