package io.beforehand.sla.clock;

import java.time.Instant;

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

        /** Stands still; nothing changes once the deadline is reached. */
        Open pause(Instant at, String reason) {
            return at.isBefore(course.dueAt()) ? new Paused(course, at, reason) : this;
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
     * Standing still; what was left is kept.
     *
     * @param since before the deadline
     * @param reason a stable word, such as {@code pending}
     */
    record Paused(Course course, Instant since, String reason) implements Open {

        public Paused {
            if (!since.isBefore(course.dueAt())) {
                throw new IllegalArgumentException("pause since " + since + " must begin before " + course.dueAt());
            }
        }

        Running resume(Instant at) {
            return new Running(course.paused(since, at));
        }

        @Override
        public ClockState stop(Instant at) {
            return new Met(course.paused(since, at), at);
        }

        @Override
        public ClockState cancel(Instant at, String reason) {
            return new Cancelled(course.paused(since, at), at, reason);
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
