package io.beforehand.benchmarks.calendar;

import java.time.Instant;
import java.util.SplittableRandom;

/** Minutes of one year in no order, the same in every run, one after the other. MPXJ rounds what is finer. */
final class Starts {

    private static final int COUNT = 1024;
    private static final long SEED = 20261122;

    private final Instant[] starts = new Instant[COUNT];
    private int next;

    Starts() {
        SplittableRandom random = new SplittableRandom(SEED);
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < COUNT; i++) {
            starts[i] = begin.plusSeconds(60L * random.nextInt(365 * 24 * 60));
        }
    }

    int place() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }

    Instant at(int place) {
        return starts[place];
    }

    int count() {
        return COUNT;
    }
}
