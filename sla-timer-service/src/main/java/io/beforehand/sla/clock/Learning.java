package io.beforehand.sla.clock;

import io.beforehand.events.SlaEvent;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Open;
import io.beforehand.sla.clock.ClockState.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a request's clocks take in what becomes known: facts in order from where they stand, late facts by folding the whole
 * history anew, and the passing of time.
 *
 * @param clocks as they are now
 * @param events what is left to tell, in order
 */
public record Learning(RequestClocks clocks, List<SlaEvent> events) {

    public Learning {
        events = List.copyOf(events);
    }

    /**
     * Whether a fact belongs before something that already counted: a later fact, a deadline that was found missed, or the
     * end of a pause that had reached its limit.
     *
     * @param head the place of the last fact folded in
     */
    public static boolean isLate(RequestClocks clocks, HistoryEntry.Place head, HistoryEntry entry) {
        return entry.place().compareTo(head) <= 0
                || clocks.clocks().stream()
                        .map(Clock::state)
                        .anyMatch(state -> (state instanceof Breached breached
                                        && !entry.fact().at().isAfter(breached.breachedAt()))
                                || endedAPauseAfter(state, entry.fact().at()));
    }

    private static boolean endedAPauseAfter(ClockState state, Instant at) {
        List<Pause> pauses = state.course().pauses();
        return !pauses.isEmpty() && pauses.getLast().to().isAfter(at);
    }

    /**
     * Takes in facts that come after all that is known.
     *
     * @param news in the order of history
     */
    public static Learning inOrder(RequestClocks stored, List<HistoryEntry> news, Instant now) {
        List<SlaEvent> events = new ArrayList<>();
        RequestClocks clocks = stored;
        for (HistoryEntry entry : news) {
            RequestClocks next = clocks.after(entry.fact());
            events.addAll(Announcements.between(clocks, next, now, entry.fact().name()));
            clocks = next;
        }
        return new Learning(clocks, events);
    }

    /**
     * Folds the whole history anew because of facts that came late.
     *
     * @param late the first of the facts that came late: the reason of what is corrected
     * @param history all of it, in any order, the late facts among it
     */
    public static Learning anew(RequestClocks stored, HistoryEntry late, List<HistoryEntry> history, Instant now) {
        RequestClocks truth = RequestClocks.fold(stored.requestId(), history);
        RequestClocks next = reconciled(stored, truth, now);
        return new Learning(
                next,
                Announcements.between(stored, next, now, "late-" + late.fact().name()));
    }

    /**
     * Takes in that time has passed.
     *
     * @param provisional whether facts from before {@code now} may still be on their way
     */
    public static Learning ofTime(RequestClocks stored, Instant now, boolean provisional) {
        RequestClocks next = stored.ring(now, provisional);
        return new Learning(next, Announcements.between(stored, next, now, "time"));
    }

    /**
     * The truth, with what time brought about before: warnings stay given, and a breach that still stands is not found
     * again. A clock that by this history never started is cancelled, as it cannot be untold.
     */
    static RequestClocks reconciled(RequestClocks stored, RequestClocks truth, Instant now) {
        List<Clock> clocks = new ArrayList<>();
        for (Clock clock : truth.goneOn(now).clocks()) {
            clocks.add(stored.find(clock.ref())
                    .map(told -> new Clock(clock.ref(), stillBreached(told, clock, now), told.firings()))
                    .orElse(clock));
        }
        for (Clock told : stored.clocks()) {
            if (truth.find(told.ref()).isEmpty()) {
                clocks.add(told.in(neverStarted(told.state(), now)));
            }
        }
        return truth.with(clocks);
    }

    private static ClockState stillBreached(Clock told, Clock clock, Instant now) {
        return clock.state() instanceof Running running
                        && told.state().verdict().equals("breached")
                        && !now.isBefore(running.course().dueAt())
                ? running.breach(told.state() instanceof Breached breached && breached.provisional())
                : clock.state();
    }

    private static ClockState neverStarted(ClockState told, Instant now) {
        return switch (told) {
            case Cancelled cancelled -> cancelled;
            case Open open -> new Cancelled(open.course(), now, Cancelled.NEVER_STARTED);
            case ClockState.Over over -> new Cancelled(over.course(), over.endedAt(), Cancelled.NEVER_STARTED);
        };
    }
}
