package io.beforehand.sla.clock;

import io.beforehand.events.ClockRef;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.policy.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a clock came to stand where it stands.
 *
 * @param steps of the fold that changed it, in order
 * @param arithmetic what it counted, stretch by stretch
 */
public record Explanation(List<Step> steps, Arithmetic arithmetic) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param text the step as a sentence
     * @param at when it happened
     * @param because the fact, as a stable word, or {@code time}
     * @param state what it made of the clock
     * @param dueAt the deadline from then on, unless there are further pauses
     * @param used working time used by then
     * @param left working time left then; negative past the deadline
     * @param reason of a pause, if something was said
     * @param party whom a paused clock waits for, if that was said
     * @param why what of the request made its policy fit, in a step that chose one
     */
    public record Step(
            String text,
            Instant at,
            String because,
            String state,
            Instant dueAt,
            Duration used,
            Duration left,
            Optional<String> reason,
            Optional<String> party,
            List<String> why) {}

    /**
     * Of one clock; empty if by this history there is no such clock.
     *
     * @param now up to when time is to act after the last fact
     */
    public static Optional<Explanation> of(ClockRef ref, List<HistoryEntry> history, Instant now) {
        List<Step> steps = new ArrayList<>();
        RequestClocks clocks = RequestClocks.of(ref.requestId());
        for (HistoryEntry entry : history.stream().sorted().toList()) {
            Fact fact = entry.fact();
            RequestClocks gone = clocks.goneOn(fact.at());
            goneOn(ref, clocks, gone).ifPresent(steps::add);
            RequestClocks next = gone.after(fact);
            step(ref, gone, next, fact.at(), fact.name(), choice(fact)).ifPresent(steps::add);
            clocks = next;
        }
        RequestClocks gone = clocks.goneOn(now);
        goneOn(ref, clocks, gone).ifPresent(steps::add);
        RequestClocks rung = gone.ring(now, false);
        step(ref, gone, rung, now, "time", Optional.empty()).ifPresent(steps::add);
        return rung.find(ref).map(clock -> new Explanation(steps, Arithmetic.of(clock.state(), now)));
    }

    private static Optional<Choice> choice(Fact fact) {
        return switch (fact) {
            case Fact.Opening opening -> Optional.of(opening.choice());
            case Fact.Reclassified reclassified -> Optional.of(reclassified.choice());
            case Fact.Acknowledged _,
                    Fact.Assigned _,
                    Fact.Replied _,
                    Fact.Updated _,
                    Fact.CustomerWrote _,
                    Fact.StatusMoved _ -> Optional.empty();
        };
    }

    /** That a pause reached its limit. */
    private static Optional<Step> goneOn(ClockRef ref, RequestClocks before, RequestClocks after) {
        return after.find(ref)
                .filter(clock -> !clock.course().pauses().isEmpty())
                .flatMap(clock -> step(
                        ref, before, after, clock.course().pauses().getLast().to(), "pause-limit", Optional.empty()));
    }

    private static Optional<Step> step(
            ClockRef ref,
            RequestClocks before,
            RequestClocks after,
            Instant at,
            String because,
            Optional<Choice> choice) {
        Optional<ClockState> was = before.find(ref).map(Clock::state);
        return after.find(ref)
                .map(Clock::state)
                .filter(is -> !Optional.of(is).equals(was))
                .map(is -> step(is, is instanceof Breached breached ? breached.breachedAt() : at, because, choice));
    }

    private static Step step(ClockState state, Instant at, String because, Optional<Choice> choice) {
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
                StepText.of(state, at, because, choice),
                at,
                because,
                name,
                course.dueAt(),
                course.usedAt(at),
                course.leftAt(at),
                cause.map(PauseCause::reason).filter(text -> !text.isEmpty()),
                cause.map(PauseCause::party).filter(text -> !text.isEmpty()),
                choice.map(Choice::reasons).orElse(List.of()));
    }
}
