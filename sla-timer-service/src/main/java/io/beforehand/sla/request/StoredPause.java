package io.beforehand.sla.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.Course;
import io.beforehand.sla.clock.Pause;
import io.beforehand.sla.clock.PauseCause;
import io.beforehand.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pause within a clock's row, as JSON; reports read it there.
 *
 * @param to missing while it lasts; then it is the last one
 * @param left milliseconds of working time that were left of the goal when it began; unknown of old ones
 * @param gained milliseconds of working time that it took out; unknown while it lasts, and of old ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredPause(
        String from,
        @Nullable String to,
        String status,
        @Nullable String reason,
        @Nullable String party,
        @Nullable Long left,
        @Nullable Long gained) {

    static List<StoredPause> of(Clock clock) {
        Course course = clock.course();
        List<StoredPause> stored = new ArrayList<>();
        for (Pause pause : course.pauses()) {
            stored.add(of(
                    pause.from(),
                    pause.to().toString(),
                    pause.cause(),
                    course,
                    course.gained(pause.from(), pause.to()).toMillis()));
        }
        if (clock.state() instanceof Paused paused) {
            stored.add(of(paused.since(), null, paused.cause(), course, null));
        }
        return stored;
    }

    private static StoredPause of(
            Instant from, @Nullable String to, PauseCause cause, Course course, @Nullable Long gained) {
        return new StoredPause(
                from.toString(),
                to,
                cause.status().wireName(),
                cause.reason(),
                cause.party(),
                course.leftAt(from).toMillis(),
                gained);
    }

    /** When the last pause of a clock began. */
    static Optional<Instant> last(Clock clock) {
        return clock.state() instanceof Paused paused
                ? Optional.of(paused.since())
                : clock.course().pauses().stream().reduce((_, later) -> later).map(Pause::from);
    }

    /** Those that are over. */
    static List<Pause> over(List<StoredPause> stored) {
        List<Pause> pauses = new ArrayList<>();
        for (StoredPause pause : stored) {
            if (pause.to != null) {
                pauses.add(new Pause(new Interval(Instant.parse(pause.from), Instant.parse(pause.to)), pause.cause()));
            }
        }
        return pauses;
    }

    /** Why the clock stands still now. */
    static PauseCause current(List<StoredPause> stored) {
        return stored.getLast().cause();
    }

    private PauseCause cause() {
        return new PauseCause(RequestStatus.of(status), Objects.toString(reason, ""), Objects.toString(party, ""));
    }
}
