package io.beforehand.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The calendar of an organisation's openings, be they written down as hours or put together of others' ({@link Combination}).
 *
 * <p>The first question about a year lays out that year's openings, in about half a millisecond for each
 * of the hours that it is put together of; every further one is
 * answered by binary search, however far apart the moments are. At most 32 such stretches, some 34 years, are kept. Working time
 * is added up in nanoseconds, of which 292 years can be.
 */
public final class WorkingCalendar implements BusinessCalendar {

    private static final int KEPT = 32;

    private final Openings openings;
    private final AtomicReferenceArray<Stretch> stretches = new AtomicReferenceArray<>(KEPT);

    public WorkingCalendar(Openings openings) {
        this.openings = openings;
    }

    @Override
    public Instant due(Instant start, Duration goal) {
        Goals.check(goal);
        Instant due = goal.isZero() ? nextOpen(start) : whenOpenFor(start, goal.toNanos());
        return within(start, due);
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        Stretch first = stretch(Stretch.number(from));
        Stretch last = stretch(Stretch.number(to));
        long elapsed = last.openUntil(to) - first.openUntil(from);
        for (long number = first.number(); number < last.number(); number++) {
            elapsed = Math.addExact(elapsed, stretch(number).open());
        }
        return Duration.ofNanos(elapsed);
    }

    private Instant nextOpen(Instant start) {
        long last = lastNumber(start);
        Stretch stretch = stretch(Stretch.number(start));
        Instant from = start;
        while (!stretch.opensFrom(from)) {
            stretch = next(stretch, last);
            from = Stretch.begin(stretch.number());
        }
        return stretch.nextOpen(from);
    }

    private Instant whenOpenFor(Instant start, long goal) {
        long last = lastNumber(start);
        Stretch stretch = stretch(Stretch.number(start));
        long left = stretch.openUntil(start) + goal;
        while (left > stretch.open()) {
            left -= stretch.open();
            stretch = next(stretch, last);
        }
        return stretch.whenOpenFor(left);
    }

    /** The stretch in which a deadline may be at the latest. */
    private static long lastNumber(Instant start) {
        return Stretch.number(start.plus(LONGEST_AHEAD));
    }

    private Stretch next(Stretch stretch, long last) {
        if (stretch.number() >= last) {
            throw new DueTooFarException();
        }
        return stretch(stretch.number() + 1);
    }

    private static Instant within(Instant start, Instant due) {
        if (Duration.between(start, due).compareTo(LONGEST_AHEAD) > 0) {
            throw new DueTooFarException();
        }
        return due;
    }

    /** Threads that ask for the same one at first may each lay it out; all come to the same. */
    private Stretch stretch(long number) {
        int place = (int) (number & (KEPT - 1));
        Stretch kept = stretches.get(place);
        if (kept != null && kept.number() == number) {
            return kept;
        }
        Stretch made = Stretch.of(openings, number);
        stretches.set(place, made);
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof WorkingCalendar calendar && openings.equals(calendar.openings);
    }

    @Override
    public int hashCode() {
        return openings.hashCode();
    }

    @Override
    public String toString() {
        return "WorkingCalendar[" + openings + "]";
    }
}
