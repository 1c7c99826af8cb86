package io.beforehand.sla.clock;

import io.beforehand.events.ClockRef;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a clock came to stand where it stands: the steps of the fold that changed it, in order. */
public final class Explanation {

    private Explanation() {}

    /**
     * One step.
     *
     * @param at when it happened
     * @param because the fact, as a stable word, or {@code time}
     * @param state what it made of the clock
     * @param dueAt the deadline from then on, unless there are further pauses
     * @param used working time used by then
     * @param left working time left then; negative past the deadline
     * @param reason of a pause, if something was said
     * @param party whom a paused clock waits for, if that was said
     */
    public record Step(
            Instant at,
            String because,
            String state,
            Instant dueAt,
            Duration used,
            Duration left,
            Optional<String> reason,
            Optional<String> party) {}

    /** @param now up to when time is to act after the last fact */
    public static List<Step> of(ClockRef ref, String requestId, List<HistoryEntry> history, Instant now) {
        List<Step> steps = new ArrayList<>();
        RequestClocks clocks = RequestClocks.of(requestId);
        for (HistoryEntry entry : history.stream().sorted().toList()) {
            RequestClocks gone = clocks.goneOn(entry.fact().at());
            goneOn(ref, clocks, gone).ifPresent(steps::add);
            RequestClocks next = gone.after(entry.fact());
            step(ref, gone, next, entry.fact().at(), entry.fact().name()).ifPresent(steps::add);
            clocks = next;
        }
        RequestClocks gone = clocks.goneOn(now);
        goneOn(ref, clocks, gone).ifPresent(steps::add);
        step(ref, gone, gone.ring(now, false), now, "time").ifPresent(steps::add);
        return steps;
    }

    /** That a pause reached its limit. */
    private static Optional<Step> goneOn(ClockRef ref, RequestClocks before, RequestClocks after) {
        return after.find(ref)
                .filter(clock -> !clock.course().pauses().isEmpty())
                .flatMap(clock -> step(
                        ref, before, after, clock.course().pauses().getLast().to(), "pause-limit"));
    }

    private static Optional<Step> step(
            ClockRef ref, RequestClocks before, RequestClocks after, Instant at, String because) {
        Optional<ClockState> was = before.find(ref).map(Clock::state);
        return after.find(ref)
                .map(Clock::state)
                .filter(is -> !Optional.of(is).equals(was))
                .map(is -> step(is, is instanceof Breached breached ? breached.breachedAt() : at, because));
    }

    private static Step step(ClockState state, Instant at, String because) {
        Course course = state.course();
        String name =
                switch (state) {
                    case Running _ -> "running";
                    case Paused _ -> "paused";
                    case Met _ -> "met";
                    case Breached _ -> "breached";
                    case Settled _ -> "breached, over";
                    case Cancelled _ -> "cancelled";
                };
        Optional<PauseCause> cause = state instanceof Paused paused ? Optional.of(paused.cause()) : Optional.empty();
        return new Step(
                at,
                because,
                name,
                course.dueAt(),
                course.usedAt(at),
                course.leftAt(at),
                cause.map(PauseCause::reason).filter(text -> !text.isEmpty()),
                cause.map(PauseCause::party).filter(text -> !text.isEmpty()));
    }
}
