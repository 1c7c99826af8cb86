package io.beforehand.sla.clock;

import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.DueTooFarException;
import io.beforehand.time.Interval;
import io.beforehand.time.WithPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of a clock: when it started, by which terms it counts, and which stretches do not count. Everything else,
 * the deadline included, follows from these.
 *
 * @param pauses that are over, in order of time
 */
public record Course(Terms terms, Instant startedAt, List<Pause> pauses) {

    public Course {
        pauses = List.copyOf(pauses);
    }

    static Course start(Terms terms, Instant at) {
        return new Course(terms, at, List.of());
    }

    /**
     * The deadline, unless there are further pauses. By a calendar that would keep it more than ten years away, as it may come
     * to be when it was drawn up for this year only, it is ten years after the start.
     */
    public Instant dueAt() {
        return whenUsed(terms.goal().within());
    }

    /** When so much working time is used, unless there are further pauses. */
    public Instant whenUsed(Duration used) {
        try {
            return calendar().due(startedAt, used);
        } catch (DueTooFarException _) {
            return startedAt.plus(BusinessCalendar.LONGEST_AHEAD);
        }
    }

    /** The working time used at that moment. */
    public Duration usedAt(Instant at) {
        return calendar().elapsed(startedAt, at);
    }

    /** The working time left at that moment; negative once the goal is used up. */
    public Duration leftAt(Instant at) {
        return terms.goal().within().minus(usedAt(at));
    }

    /** The same course with a pause that has just ended. One of no length leaves no trace. */
    Course paused(Instant from, Instant to, PauseCause cause) {
        if (!from.isBefore(to)) {
            return this;
        }
        List<Pause> all = new ArrayList<>(pauses);
        all.add(new Pause(new Interval(from, to), cause));
        return new Course(terms, startedAt, all);
    }

    /** The working time that would pass between two moments if nothing were paused: what a pause takes out. */
    public Duration gained(Instant from, Instant to) {
        return terms.calendar().calendar().elapsed(from, to);
    }

    /** Whether the clock may stand still any more. */
    boolean mayPause() {
        return switch (terms.pauseLimit()) {
            case PauseLimit.None _ -> true;
            case PauseLimit.AtMost(Duration limit) -> gained().compareTo(limit) < 0;
        };
    }

    /** When a pause ends by itself that is the next to begin; never, if nothing limits it for the next ten years. */
    Optional<Instant> pauseEnds(Instant since) {
        return switch (terms.pauseLimit()) {
            case PauseLimit.None _ -> Optional.empty();
            case PauseLimit.AtMost(Duration limit) -> {
                Duration left = limit.minus(gained());
                try {
                    yield Optional.of(terms.calendar().calendar().due(since, left.isNegative() ? Duration.ZERO : left));
                } catch (DueTooFarException _) {
                    yield Optional.empty();
                }
            }
        };
    }

    /** What all pauses together have taken out. */
    private Duration gained() {
        Duration gained = Duration.ZERO;
        for (Pause pause : pauses) {
            gained = gained.plus(gained(pause.from(), pause.to()));
        }
        return gained;
    }

    /** As if it had counted by these terms from its start. */
    Course under(Terms other) {
        return new Course(other, startedAt, pauses);
    }

    private BusinessCalendar calendar() {
        BusinessCalendar calendar = terms.calendar().calendar();
        return pauses.isEmpty()
                ? calendar
                : new WithPauses(calendar, pauses.stream().map(Pause::interval).toList());
    }
}
