package io.beforehand.messaging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * From which id the relay reads. Reading always from the first would wade through the index entries of rows that are gone,
 * ever more of them while something holds back vacuum. So the bound follows what was sent, at a distance longer than
 * transactions usually take: an id given out before it may only become visible after it. What takes even longer is found by
 * a sweep from the very first, every so often. Times are of a clock that nobody sets.
 */
final class ScanBound {

    private static final Duration DISTANCE = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);

    private record Mark(Instant at, long highestId) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private long bound;
    private @Nullable Instant lastSweep;

    /** Where to read from now. */
    long from(Instant now) {
        if (lastSweep == null || lastSweep.isBefore(now.minus(SWEEP_EVERY))) {
            lastSweep = now;
            return 0;
        }
        Instant settled = now.minus(DISTANCE);
        while (!marks.isEmpty() && !marks.getFirst().at().isAfter(settled)) {
            bound = Math.max(bound, marks.removeFirst().highestId());
        }
        return bound;
    }

    /** Everything that could be seen was sent, up to this id. */
    void allSentUpTo(long highestId, Instant now) {
        if (marks.isEmpty() || marks.getLast().at().isBefore(now.minusMillis(100))) {
            marks.addLast(new Mark(now, highestId));
        }
    }

    /** Something was not sent, or lanes were gained: begin again from the first. */
    void reset() {
        marks.clear();
        bound = 0;
    }
}
