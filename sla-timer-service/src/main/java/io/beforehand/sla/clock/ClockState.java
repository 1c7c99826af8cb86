package io.beforehand.sla.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a clock stands. Each state offers the moves that are legal in it and no others.
 *
 * <pre>
 *              pause                 ring at the deadline
 *   Paused ◀────────── Running ──────────────────────────▶ Breached
 *      │   ──────────▶    │                                    │ stop, cancel
 *      │     resume       │ stop, cancel                       ▼
 *      └────────▶ Met, Cancelled            past the deadline: Settled
 * </pre>
 *
 * <p>Verdicts go by when things happened: stopped at the deadline or before it is met, however late that became known.
 */
public sealed interface ClockState {

    Course course();

    /** The state that the outside is told: a settled breach is a breach. */
    String verdict();

    /** A clock that is not over. */
    sealed interface Open extends ClockState {

        /** What was promised was done. */
        ClockState stop(Instant at);

        /** What was promised is of no use any more. A broken promise stays broken. */
        ClockState cancel(Instant at, String reason);
    }

    /** A clock that is over. Only a history that turns out different can change it. */
    sealed interface Over extends ClockState {

        Instant endedAt();
    }

    /** Counting, and the deadline not reached as far as anyone has looked. */
    record Running(Course course) implements Open {

        /** Whether the deadline had passed by then. The deadline's own moment still belongs to who stops in it. */
        public boolean isOverdue(Instant at) {
            return at.isAfter(course.dueAt());
        }

        @Override
        public ClockState stop(Instant at) {
            return isOverdue(at) ? breach(false).stop(at) : new Met(course, at);
        }

        @Override
        public ClockState cancel(Instant at, String reason) {
            return isOverdue(at) ? breach(false).cancel(at, reason) : new Cancelled(course, at, reason);
        }

        /** Stands still; nothing changes once the deadline is reached, or when it has stood still for as long as it may. */
        Open pause(Instant at, PauseCause cause) {
            return at.isBefore(course.dueAt()) && course.mayPause() ? new Paused(course, at, cause) : this;
        }

        /** @param provisional whether something that stopped the clock in time may still be on its way */
        Breached breach(boolean provisional) {
            return new Breached(course, provisional);
        }

        @Override
        public String verdict() {
            return "running";
        }
    }

    /**
     * Standing still; what was left is kept. Whatever happens after the pause has reached its limit happens to a clock that
     * went on then.
     *
     * @param since before the deadline
     */
    record Paused(Course course, Instant since, PauseCause cause) implements Open {

        public Paused {
            if (!since.isBefore(course.dueAt())) {
                throw new IllegalArgumentException("pause since " + since + " must begin before " + course.dueAt());
            }
        }

        /** The status in which it stands still, as a stable word, such as {@code pending}. */
        public String reason() {
            return cause.status().wireName();
        }

        /** When it goes on by itself, if ever. */
        public Optional<Instant> endsAt() {
            return course.pauseEnds(since);
        }

        /** Goes on, at that moment or when the limit was reached before. */
        Running resume(Instant at) {
            Instant end = endsAt().filter(limit -> limit.isBefore(at)).orElse(at);
            return new Running(course.paused(since, end, cause));
        }

        /** What time alone has made of it by then. */
        Open by(Instant at) {
            return endsAt().filter(limit -> !limit.isAfter(at)).isPresent() ? resume(at) : this;
        }

        @Override
        public ClockState stop(Instant at) {
            return resume(at).stop(at);
        }

        @Override
        public ClockState cancel(Instant at, String reason) {
            return resume(at).cancel(at, reason);
        }

        @Override
        public String verdict() {
            return "running";
        }
    }

    /** Past the deadline and running on until the promise is fulfilled after all, or of no use any more. */
    record Breached(Course course, boolean provisional) implements Open {

        public Instant breachedAt() {
            return course.dueAt();
        }

        @Override
        public Settled stop(Instant at) {
            return new Settled(course, at, Settled.FULFILLED);
        }

        @Override
        public Settled cancel(Instant at, String reason) {
            return new Settled(course, at, reason);
        }

        @Override
        public String verdict() {
            return "breached";
        }
    }

    /** The promise was kept. */
    record Met(Course course, Instant endedAt) implements Over {

        @Override
        public String verdict() {
            return "met";
        }
    }

    /**
     * The promise was broken, and the matter is over.
     *
     * @param reason {@link #FULFILLED}, or why it was of no use any more
     */
    record Settled(Course course, Instant endedAt, String reason) implements Over {

        public static final String FULFILLED = "fulfilled";

        public Instant breachedAt() {
            return course.dueAt();
        }

        public boolean fulfilled() {
            return FULFILLED.equals(reason);
        }

        @Override
        public String verdict() {
            return "breached";
        }
    }

    /**
     * The promise was of no use any more before its deadline.
     *
     * @param reason a stable word, such as {@code resolved}
     */
    record Cancelled(Course course, Instant endedAt, String reason) implements Over {

        /** What was told of the clock turned out to be wrong from the start. */
        static final String NEVER_STARTED = "never-started";

        boolean neverStarted() {
            return NEVER_STARTED.equals(reason);
        }

        @Override
        public String verdict() {
            return "cancelled";
        }
    }
}
