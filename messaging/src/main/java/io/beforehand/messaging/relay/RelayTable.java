package io.beforehand.messaging.relay;

import io.beforehand.messaging.outbox.Outbox;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.outbox.RelaySignal;
import io.beforehand.messaging.outbox.TimedEvents;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relay's dealings with the table: one scan and one removal at a time, neither of which it waits for. Each tells the
 * relay when it is over. For the relay's thread alone.
 */
final class RelayTable {

    private static final Duration STATEMENT = Duration.ofSeconds(15);

    /** A scan costs much more than a row of it, so under load they are few; the first after a while waits for nothing. */
    private static final Duration SCANS_APART = Duration.ofMillis(15);

    /** A removal costs a commit, so there are few when little is sent at a time. */
    private static final Duration REMOVALS_APART = Duration.ofMillis(20);

    /** @param begunAt by {@link System#nanoTime} */
    private record Scan(long begunAt, CompletableFuture<List<Unsent>> rows) {}

    /** The rows of a scan that is over. */
    private record Looking(long begunAt, List<Unsent> rows) {}

    private record Removal(List<Unsent> rows, CompletableFuture<Void> done) {}

    private final Outbox outbox;
    private final RelaySignal signal;
    private final int batch;
    private final Duration poll;
    private final ScanBound bound = new ScanBound();
    private final SentRows sent = new SentRows();
    private final LaneProgress progress = new LaneProgress();
    private Set<Integer> lanes = Set.of();
    private @Nullable Scan scan;
    private @Nullable Removal removal;
    private @Nullable Looking looking;
    private boolean more;
    private boolean again;
    private long lastScan = System.nanoTime();
    private long lastRemoval = System.nanoTime();

    RelayTable(Outbox outbox, RelaySignal signal, int batch, Duration poll) {
        this.outbox = outbox;
        this.signal = signal;
        this.batch = batch;
        this.poll = poll;
    }

    /** The lanes to look at from now on. */
    void lanes(Set<Integer> owned) {
        if (!owned.equals(lanes)) {
            reset();
            lanes = owned;
        }
    }

    /** Something was not sent: begin again from the first row. What a scan under way finds does not count. */
    void reset() {
        bound.reset();
        progress.reset();
        scan = null;
        looking = null;
        sent.scanEnds();
        more = true;
    }

    TimedEvents.Lanes progress() {
        return progress;
    }

    /** What the last scan found and was not sent before, each lane's in order; nothing while it is under way. */
    List<Unsent> found() {
        if (scan == null || !scan.rows().isDone()) {
            return List.of();
        }
        Scan over = scan;
        scan = null;
        looking = new Looking(over.begunAt(), over.rows().join());
        return looking.rows().stream().filter(row -> !sent.contains(row)).toList();
    }

    /** Those are in Kafka. */
    void sent(List<Unsent> rows) {
        sent.sent(rows);
    }

    /**
     * What was found has been looked at.
     *
     * @param whole whether all of it is sent
     */
    void lookedAt(boolean whole) {
        if (looking == null) {
            return;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        looking.rows().forEach(row -> counts.merge(row.lane(), 1, Integer::sum));
        Set<Integer> exhausted = lanes.stream()
                .filter(lane -> counts.getOrDefault(lane, 0) < perLane())
                .collect(Collectors.toSet());
        progress.allSent(exhausted, looking.begunAt());
        more = whole && exhausted.size() < lanes.size();
        if (whole && !more && !looking.rows().isEmpty()) {
            bound.allSentUpTo(
                    looking.rows().stream().mapToLong(Unsent::id).max().orElseThrow(), monotonic());
        }
        looking = null;
        sent.scanEnds();
    }

    /** Whether the last scan did not see everything. */
    boolean hasMore() {
        return more;
    }

    /** Has removed what was sent, and looks again if there is reason to; fails when the last removal did. */
    void goOn(boolean stored) {
        if (removal != null && removal.done().isDone()) {
            Removal over = removal;
            removal = null;
            if (over.done().isCompletedExceptionally()) {
                sent.notRemoved(over.rows());
                over.done().join();
            }
            sent.removed(over.rows());
        }
        if (removal == null && (sent.toRemove() >= batch / 2 || isLongAgo(lastRemoval, REMOVALS_APART) || more)) {
            List<Unsent> rows = sent.takeToRemove();
            if (!rows.isEmpty()) {
                lastRemoval = System.nanoTime();
                removal = new Removal(rows, nudging(outbox.remove(rows)));
            }
        }
        again |= stored;
        boolean due =
                (again && isLongAgo(lastScan, SCANS_APART)) || (more && removal == null) || isLongAgo(lastScan, poll);
        if (scan == null && due) {
            again = false;
            lastScan = System.nanoTime();
            sent.scanBegins();
            scan = new Scan(lastScan, nudging(outbox.read(lanes, bound.from(monotonic()), perLane())));
        }
    }

    /** How long nothing has to be done if nothing new comes. */
    Duration patience() {
        return again && scan == null ? SCANS_APART.minusNanos(System.nanoTime() - lastScan) : poll;
    }

    /** Whether a scan is under way, or what it found is still to be looked at. */
    boolean isScanning() {
        return scan != null;
    }

    /** Whether nothing is under way and nothing is left to be removed. */
    boolean isAtRest() {
        return scan == null && removal == null && sent.toRemove() == 0;
    }

    private static boolean isLongAgo(long nanoTime, Duration time) {
        return System.nanoTime() - nanoTime >= time.toNanos();
    }

    private int perLane() {
        return Math.max(1, batch / lanes.size());
    }

    private <T> CompletableFuture<T> nudging(Uni<T> statement) {
        CompletableFuture<T> outcome =
                statement.ifNoItem().after(STATEMENT).fail().subscribeAsCompletionStage();
        outcome.whenComplete((_, _) -> signal.nudge());
        return outcome;
    }

    /** A clock that nobody sets. */
    private static Instant monotonic() {
        return Instant.ofEpochSecond(0, System.nanoTime());
    }
}
