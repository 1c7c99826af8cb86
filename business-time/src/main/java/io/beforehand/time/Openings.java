package io.beforehand.time;

import java.time.Instant;
import java.util.List;

/** When something is open, for ever: what a {@link WorkingCalendar} lays out year by year. Immutable values. */
public sealed interface Openings permits AlwaysOpen, Combination, OpeningHours {

    /**
     * The stretches in which it is open, in order and apart from each other, as far as they lie within the bounds.
     *
     * @param from before {@code to}
     */
    List<Interval> between(Instant from, Instant to);
}
