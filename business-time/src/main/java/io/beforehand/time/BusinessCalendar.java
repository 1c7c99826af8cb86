package io.beforehand.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When working time passes. Implementations are immutable values: equal calendars give equal answers for ever.
 *
 * <p>{@code due} and {@code elapsed} are each other's inverse: {@code elapsed(start, due(start, goal))} is {@code goal}.
 */
public interface BusinessCalendar {

    /** How far off a deadline may be: ten years with all their leap days. */
    Duration LONGEST_AHEAD = Duration.ofDays(3653);

    /**
     * The earliest moment by which {@code goal} of working time has passed since {@code start}: a goal used up exactly at
     * closing is due at closing. A goal of zero is due at {@code start} when open, else at the next opening.
     *
     * @param goal zero or more
     * @throws DueTooFarException if that is more than {@link #LONGEST_AHEAD} after {@code start}
     */
    Instant due(Instant start, Duration goal);

    /** The working time between two moments; zero when {@code to} is not after {@code from}. */
    Duration elapsed(Instant from, Instant to);

    /**
     * The first stretch between two moments in which working time passes without a break; empty if there is none. Takes some
     * fifty questions to find out: for explanations, not for counting.
     */
    default Optional<Interval> firstOpen(Instant from, Instant to) {
        if (elapsed(from, to).isZero()) {
            return Optional.empty();
        }
        Instant opens = due(from, Duration.ZERO);
        Instant open = opens;
        Instant notAnyMore = to.plusNanos(1);
        while (Duration.between(open, notAnyMore).toNanos() > 1) {
            Instant middle = open.plus(Duration.between(open, notAnyMore).dividedBy(2));
            if (elapsed(opens, middle).equals(Duration.between(opens, middle))) {
                open = middle;
            } else {
                notAnyMore = middle;
            }
        }
        return Optional.of(new Interval(opens, open));
    }

    /**
     * Whether it is open at some time from a moment on. It is looked for no further off than {@link #LONGEST_AHEAD}: what does
     * not open by then can give no deadline, and never opens for all that anybody here could notice.
     */
    default boolean opensFrom(Instant moment) {
        try {
            due(moment, Duration.ZERO);
            return true;
        } catch (DueTooFarException _) {
            return false;
        }
    }
}
