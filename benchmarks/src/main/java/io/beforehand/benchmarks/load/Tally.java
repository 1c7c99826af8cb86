package io.beforehand.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What one phase came to so far. Safe to be used by several threads. */
public final class Tally {
    private final Histogram sendDelay = new Histogram(3);
    private final Histogram acceptance = new Histogram(3);
    private final Histogram acknowledgement = new Histogram(3);
    private final Map<String, Integer> failures = new TreeMap<>();
    private int accepted;
    private int perhapsStored;
    private int acknowledged;

    /** The driver's own delay: from the planned moment to the sending. */
    synchronized void sent(long plannedNanos, long sentNanos) {
        record(sendDelay, sentNanos - plannedNanos);
    }

    synchronized void accepted(long plannedNanos, long acceptedNanos) {
        accepted++;
        record(acceptance, acceptedNanos - plannedNanos);
    }

    synchronized void failed(Answer.Failed failure) {
        failures.merge(failure.cause(), 1, Integer::sum);
        perhapsStored += failure.perhapsStored() ? 1 : 0;
    }

    /** An acknowledgement may overtake the answer to its request: then it took no time. */
    synchronized void acknowledged(long acceptedNanos, long acknowledgedNanos) {
        acknowledged++;
        record(acknowledgement, acknowledgedNanos - acceptedNanos);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos)));
    }

    public synchronized int accepted() {
        return accepted;
    }

    /** Accepted and acknowledged. */
    public synchronized int acknowledged() {
        return acknowledged;
    }

    /** Not accepted, by cause. */
    public synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** How many of those may be stored all the same. */
    public synchronized int perhapsStored() {
        return perhapsStored;
    }

    public synchronized Latencies sendDelay() {
        return Latencies.of(sendDelay);
    }

    /** From the planned moment to the 202. */
    public synchronized Latencies acceptance() {
        return Latencies.of(acceptance);
    }

    /** From the 202 to the acknowledgement at the customer's. */
    public synchronized Latencies acknowledgement() {
        return Latencies.of(acknowledgement);
    }
}
