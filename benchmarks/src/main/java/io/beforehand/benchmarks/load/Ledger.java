package io.beforehand.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Every request of a run, by the id that the system gave it or by its conversation: whether it was accepted, and whether acknowledged. */
public final class Ledger {
    private final ConcurrentMap<String, Entry> requests = new ConcurrentHashMap<>();
    private final Queue<String> open = new ConcurrentLinkedQueue<>();
    private final LongAdder copies = new LongAdder();

    private static final class Entry {
        private @Nullable Tally tally;
        private long acceptedAt;
        private boolean acknowledged;
        private long acknowledgedAt;

        /** Both moments are known once and in any order. */
        private void settle() {
            if (tally != null && acknowledged) {
                tally.acknowledged(acceptedAt, acknowledgedAt);
            }
        }
    }

    /** @param tally where its latency counts */
    void accepted(String requestId, long nanos, Tally tally) {
        Entry entry = requests.computeIfAbsent(requestId, _ -> new Entry());
        synchronized (entry) {
            entry.tally = tally;
            entry.acceptedAt = nanos;
            entry.settle();
        }
        open.add(requestId);
    }

    /** The requests that were accepted since this was asked last. */
    public List<String> takeAccepted() {
        List<String> taken = new ArrayList<>();
        for (@Nullable String id = open.poll(); id != null; id = open.poll()) {
            taken.add(id);
        }
        return taken;
    }

    /** The first time counts; later ones are copies, which at-least-once delivery allows. */
    void acknowledged(String requestId, long nanos) {
        Entry entry = requests.computeIfAbsent(requestId, _ -> new Entry());
        synchronized (entry) {
            if (entry.acknowledged) {
                copies.increment();
                return;
            }
            entry.acknowledged = true;
            entry.acknowledgedAt = nanos;
            entry.settle();
        }
    }

    public long accepted() {
        return requests.values().stream().filter(Ledger::wasAccepted).count();
    }

    /** Requests that were acknowledged, each counted once. */
    public long acknowledged() {
        return requests.values().stream().filter(Ledger::wasAcknowledged).count();
    }

    /** Accepted and not acknowledged. */
    public List<String> unacknowledged() {
        return requests.entrySet().stream()
                .filter(request -> wasAccepted(request.getValue()) && !wasAcknowledged(request.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Acknowledgements that came again. */
    public long copies() {
        return copies.sum();
    }

    private static boolean wasAccepted(Entry entry) {
        synchronized (entry) {
            return entry.tally != null;
        }
    }

    private static boolean wasAcknowledged(Entry entry) {
        synchronized (entry) {
            return entry.acknowledged;
        }
    }
}
