package io.beforehand.sla.clock;

import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.DueTooFarException;
import io.beforehand.time.Interval;
import io.beforehand.time.WithPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of a clock: when it started, by which terms it counts, and which stretches do not count. Everything else,
 * the deadline included, follows from these.
 *
 * @param pauses that are over, in order of time
 */
public record Course(Terms terms, Instant startedAt, List<Interval> pauses) {

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
    Course paused(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return this;
        }
        List<Interval> all = new ArrayList<>(pauses);
        all.add(new Interval(from, to));
        return new Course(terms, startedAt, all);
    }

    /** As if it had counted by these terms from its start. */
    Course under(Terms other) {
        return new Course(other, startedAt, pauses);
    }

    private BusinessCalendar calendar() {
        return new WithPauses(terms.calendar().calendar(), pauses);
    }
}
