package io.beforehand.sla.clock;

import io.beforehand.events.Metric;
import io.beforehand.sla.clock.ClockState.Open;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Policy;
import java.time.Instant;

/** What becomes of a request's clocks when it is something else, and another policy counts. */
final class Reclassification {

    private Reclassification() {}

    /** The rule is that of the policy which counted so far: it made the promises that are at stake. */
    static RequestClocks of(RequestClocks clocks, Policy next, Instant at) {
        if (next.ref().id().equals(clocks.policy().ref().id())) {
            return clocks;
        }
        RequestClocks retimed = clocks.promised(next);
        return switch (clocks.policy().onChange()) {
            case KEEP -> retimed;
            case RECOMPUTE -> retimed.each((clock, state) -> clock.in(recomputed(retimed, clock, state, at)));
            case FRESH -> startedAfresh(retimed, at);
        };
    }

    private static ClockState recomputed(RequestClocks retimed, Clock clock, Open state, Instant at) {
        if (isPast(state, at)) {
            return state;
        }
        Goal goal = retimed.policy().goals().get(clock.ref().metric());
        if (goal == null) {
            return state.cancel(at, "not-promised");
        }
        Course course = state.course().under(Terms.of(retimed.policy(), goal));
        Open recomputed = state instanceof Paused paused && paused.since().isBefore(course.dueAt())
                ? new Paused(course, paused.since(), paused.cause()).by(at)
                : new Running(course);
        return retimed.follow(recomputed, PauseCause.of(retimed.situation().status()), at);
    }

    /** A new budget starts when its holder has the request, which is known only once it is known whose it is now. */
    private static RequestClocks startedAfresh(RequestClocks retimed, Instant at) {
        RequestClocks fresh = retimed;
        for (Clock clock : retimed.clocks()) {
            if (clock.state() instanceof Open state && !isPast(state, at)) {
                RequestClocks ended = fresh.replace(clock.in(state.cancel(at, "fresh-start")));
                Metric metric = clock.ref().metric();
                fresh = Budgets.has(retimed.policy(), metric) ? ended : ended.start(metric, at);
            }
        }
        return fresh;
    }

    /** A clock past its deadline is left alone: the promise was broken before it changed. */
    private static boolean isPast(Open state, Instant at) {
        return switch (state) {
            case Running running -> running.isOverdue(at);
            case Paused _ -> false;
            case ClockState.Breached _ -> true;
        };
    }
}
