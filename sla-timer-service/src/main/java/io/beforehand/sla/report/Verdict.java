package io.beforehand.sla.report;

import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.clock.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a clock came out, as it is counted. A clock that runs, is paused or was cancelled has none. */
public sealed interface Verdict {

    /** When it was decided: the period that the clock belongs to. */
    Instant at();

    /** Kept: decided when what was promised was done. */
    record Met(Instant at, Duration after) implements Verdict {}

    /** Broken at the deadline, and done after all. */
    record Late(Instant at, Duration after) implements Verdict {}

    /** Broken at the deadline, and not done: not yet, or of no use any more. */
    record Missed(Instant at) implements Verdict {}

    default boolean isMet() {
        return this instanceof Met;
    }

    /** Working time from the clock's start until what was promised was done, pauses left out. */
    default Optional<Duration> took() {
        return switch (this) {
            case Met met -> Optional.of(met.after);
            case Late late -> Optional.of(late.after);
            case Missed _ -> Optional.empty();
        };
    }

    static Optional<Verdict> of(Clock clock) {
        Course course = clock.course();
        return switch (clock.state()) {
            case ClockState.Met met -> Optional.of(new Met(met.endedAt(), course.usedAt(met.endedAt())));
            case Breached breached -> Optional.of(new Missed(breached.breachedAt()));
            case Settled settled ->
                Optional.of(
                        settled.fulfilled()
                                ? new Late(settled.breachedAt(), course.usedAt(settled.endedAt()))
                                : new Missed(settled.breachedAt()));
            case Running _, Paused _, Cancelled _ -> Optional.empty();
        };
    }
}
