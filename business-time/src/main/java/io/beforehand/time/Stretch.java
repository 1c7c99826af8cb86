package io.beforehand.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A bit more than a year with all the times in it at which it is open, and how much open time comes before each of them.
 *
 * <p>Moments are nanoseconds since its beginning, amounts of open time are nanoseconds too. Every answer takes one binary
 * search. About 24 bytes for each opening: 18 KB with two windows on every day.
 */
final class Stretch {

    /** A power of two, so that the stretch of a moment is found without dividing. */
    private static final int SECONDS_BITS = 25;

    private static final long NANOS = 1_000_000_000L;

    private final long number;
    private final long[] opens;
    private final long[] closes;
    private final long[] openBefore;
    private final long open;

    private Stretch(long number, List<Interval> times) {
        this.number = number;
        this.opens = times.stream().mapToLong(time -> within(time.from())).toArray();
        this.closes = times.stream().mapToLong(time -> within(time.to())).toArray();
        this.openBefore = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            openBefore[i] = sum;
            sum += closes[i] - opens[i];
        }
        this.open = sum;
    }

    static Stretch of(Openings openings, long number) {
        return new Stretch(number, openings.between(begin(number), begin(number + 1)));
    }

    /** Which one a moment lies in. */
    static long number(Instant at) {
        return at.getEpochSecond() >> SECONDS_BITS;
    }

    static Instant begin(long number) {
        return Instant.ofEpochSecond(number << SECONDS_BITS);
    }

    long number() {
        return number;
    }

    /** All the open time in it. */
    long open() {
        return open;
    }

    /** The open time in it before a moment that lies in it. */
    long openUntil(Instant at) {
        long moment = within(at);
        int i = lastNotAfter(opens, moment);
        return i < 0 ? 0 : openBefore[i] + Math.min(moment, closes[i]) - opens[i];
    }

    /**
     * The first moment by which so much of its open time has passed.
     *
     * @param amount from 1 to {@link #open}
     */
    Instant whenOpenFor(long amount) {
        int i = lastNotAfter(openBefore, amount - 1);
        return moment(opens[i] + amount - openBefore[i]);
    }

    /** Whether it opens, or is open, at some time from that moment on. */
    boolean opensFrom(Instant at) {
        return closes.length > 0 && closes[closes.length - 1] > within(at);
    }

    /** The first moment from that one on at which it is open; there must be one. */
    Instant nextOpen(Instant at) {
        long moment = within(at);
        int i = lastNotAfter(closes, moment) + 1;
        return moment(Math.max(opens[i], moment));
    }

    private long within(Instant at) {
        return (at.getEpochSecond() - (number << SECONDS_BITS)) * NANOS + at.getNano();
    }

    private Instant moment(long nanos) {
        return Instant.ofEpochSecond((number << SECONDS_BITS) + nanos / NANOS, nanos % NANOS);
    }

    /** The place of the last entry that is not greater than the value; -1 if all are. */
    private static int lastNotAfter(long[] ascending, long value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 2;
    }
}
