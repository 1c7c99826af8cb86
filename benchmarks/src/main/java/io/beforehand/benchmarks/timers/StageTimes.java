package io.beforehand.benchmarks.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.HdrHistogram.Histogram;

/** Collects {@link Stages}. */
final class StageTimes {
    private final Histogram taken = new Histogram(3);
    private final Histogram stored = new Histogram(3);
    private final Histogram sent = new Histogram(3);

    /** @param told the moments of one alarm's record */
    void add(Instant due, Told told) {
        if (told.decided().equals(Instant.MIN)) {
            return;
        }
        record(taken, due, told.decided());
        record(stored, told.decided(), told.sent());
        record(sent, told.sent(), told.received());
    }

    Stages stages() {
        return new Stages(Lateness.of(taken), Lateness.of(stored), Lateness.of(sent));
    }

    /** A producer's time has no microseconds: it may seem to be a little earlier than what it came after. */
    private static void record(Histogram micros, Instant from, Instant to) {
        micros.recordValue(Math.max(0, ChronoUnit.MICROS.between(from, to)));
    }
}
