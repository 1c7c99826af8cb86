package io.beforehand.sla.clock;

import io.beforehand.events.SlaEvent;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.policy.WarningMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the world is told when a clock goes from one state to another. What is stored is what was told, so the difference
 * between the stored clock and the new one is what is left to tell, whether a fact, time or a corrected history caused it.
 */
final class Announcements {

    private final Instant now;
    private final String because;
    private final List<SlaEvent> events = new ArrayList<>();

    private Announcements(Instant now, String because) {
        this.now = now;
        this.because = because;
    }

    /**
     * The events that lead from the one to the other, in the order in which they are told.
     *
     * @param because why, should a verdict that was told turn out wrong
     */
    static List<SlaEvent> between(RequestClocks before, RequestClocks after, Instant now, String because) {
        Announcements announcements = new Announcements(now, because);
        for (Clock clock : after.clocks()) {
            Clock told = before.find(clock.ref()).orElseGet(() -> announcements.started(clock));
            if (!told.equals(clock)) {
                announcements.firings(told, clock, false);
                announcements.correction(told.state(), clock);
                announcements.state(told.state(), clock);
                announcements.firings(told, clock, true);
            }
        }
        return announcements.events;
    }

    private Clock started(Clock clock) {
        Clock begun =
                Clock.start(clock.ref(), clock.course().terms(), clock.course().startedAt());
        Course course = begun.course();
        events.add(new SlaEvent.ClockStarted(
                clock.ref(),
                course.startedAt(),
                course.dueAt(),
                course.terms().goal().within(),
                course.terms().policy().id(),
                course.terms().policy().version(),
                course.terms().calendar().id(),
                course.terms().calendar().version()));
        return begun;
    }

    /** @param escalations whether to tell those, which follow the breach, or the warnings, which come before it */
    private void firings(Clock before, Clock after, boolean escalations) {
        after.firings().forEach((WarningMark mark, Firing firing) -> {
            if (firing instanceof Firing.Fired(Instant at, boolean provisional)
                    && !before.firings().containsKey(mark)
                    && mark instanceof WarningMark.After == escalations) {
                Instant dueAt = after.course().dueAt();
                events.add(
                        switch (mark) {
                            case WarningMark.UpdateDue _ -> new SlaEvent.UpdateDue(after.ref(), dueAt);
                            case WarningMark.After _ ->
                                new SlaEvent.BreachEscalated(
                                        after.ref(),
                                        level(after, mark),
                                        mark.text(),
                                        dueAt,
                                        Duration.between(dueAt, at));
                            case WarningMark.Share _, WarningMark.Before _ ->
                                new SlaEvent.WarningRaised(
                                        after.ref(), mark.text(), dueAt, Duration.between(at, dueAt), provisional);
                        });
            }
        });
    }

    private static int level(Clock clock, WarningMark escalation) {
        return 1 + clock.course().terms().goal().escalations().indexOf(escalation);
    }

    private void correction(ClockState before, Clock after) {
        boolean wasTold = before instanceof Over || before instanceof Breached;
        if (wasTold && !before.verdict().equals(after.state().verdict())) {
            events.add(new SlaEvent.OutcomeCorrected(
                    after.ref(), before.verdict(), after.state().verdict(), because));
        }
    }

    private void state(ClockState before, Clock after) {
        boolean wasOpen = !(before instanceof Over);
        boolean breachTold = before.verdict().equals("breached");
        switch (after.state()) {
            case Running running -> {
                if (!(before instanceof Running was)
                        || !was.course().dueAt().equals(running.course().dueAt())) {
                    events.add(new SlaEvent.ClockResumed(
                            after.ref(),
                            resumedAt(before, running),
                            running.course().dueAt()));
                }
            }
            case Paused paused -> {
                Duration left = paused.course().leftAt(paused.since());
                events.add(new SlaEvent.ClockPaused(after.ref(), paused.since(), left, paused.reason()));
            }
            case Breached breached -> {
                if (!breachTold) {
                    breached(after, breached.provisional());
                }
            }
            case Met met -> {
                if (wasOpen) {
                    events.add(new SlaEvent.ClockMet(
                            after.ref(), met.endedAt(), met.course().dueAt(), false));
                }
            }
            case Settled settled -> {
                if (wasOpen && !breachTold) {
                    breached(after, false);
                }
                if (wasOpen) {
                    events.add(
                            settled.fulfilled()
                                    ? new SlaEvent.ClockMet(
                                            after.ref(),
                                            settled.endedAt(),
                                            settled.course().dueAt(),
                                            true)
                                    : new SlaEvent.ClockCancelled(after.ref(), settled.endedAt(), settled.reason()));
                }
            }
            case Cancelled cancelled -> {
                if (wasOpen) {
                    events.add(new SlaEvent.ClockCancelled(after.ref(), cancelled.endedAt(), cancelled.reason()));
                }
            }
        }
    }

    /** A clock goes on where its pause ended; one that was retimed goes on from now. */
    private Instant resumedAt(ClockState before, Running running) {
        return before instanceof Paused && !running.course().pauses().isEmpty()
                ? running.course().pauses().getLast().to()
                : now;
    }

    private void breached(Clock clock, boolean provisional) {
        Instant dueAt = clock.course().dueAt();
        events.add(new SlaEvent.DeadlineBreached(clock.ref(), dueAt, Duration.between(dueAt, now), provisional));
    }
}
