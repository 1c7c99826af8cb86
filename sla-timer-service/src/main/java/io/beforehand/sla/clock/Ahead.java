package io.beforehand.sla.clock;

import io.beforehand.events.SlaEvent;
import io.beforehand.events.SlaEvent.UpdateDue;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.SlaEvent.WarningWithdrawn;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.policy.WarningMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warnings that are given ahead of their moment, to be told at it: until then they can be taken back. Breaches never are, for
 * what is still to come decides them.
 */
public final class Ahead {

    private Ahead() {}

    /** Whether the next alarm looks like a warning. Wrong is no harm: {@link #warnings} says for sure. */
    public static boolean isNext(RequestClocks clocks) {
        Optional<Instant> next = clocks.nextAlarm();
        return next.isPresent()
                && clocks.clocks().stream()
                        .filter(clock -> clock.nextAlarm().equals(next))
                        .allMatch(clock -> clock.state() instanceof Running(Course course)
                                && next.get().isBefore(course.dueAt()));
    }

    /** What is to be told at that moment if nothing happens until then; empty unless it is warnings and nothing else. */
    public static Optional<Learning> warnings(RequestClocks clocks, Instant at) {
        Learning learning = Learning.ofTime(clocks, at, false);
        return !learning.events().isEmpty() && learning.events().stream().allMatch(Ahead::isWarning)
                ? Optional.of(learning)
                : Optional.empty();
    }

    private static boolean isWarning(SlaEvent event) {
        return event instanceof WarningRaised || event instanceof UpdateDue;
    }

    /** What is told in the place of the warnings of that moment when they are taken back; empty if there are none. */
    public static List<WarningWithdrawn> withdrawn(RequestClocks clocks, Instant at) {
        List<WarningWithdrawn> withdrawn = new ArrayList<>();
        for (Clock clock : clocks.clocks()) {
            clock.firings().forEach((mark, firing) -> {
                if (isFired(firing, at)) {
                    withdrawn.add(new WarningWithdrawn(
                            clock.ref(), mark.text(), clock.course().dueAt()));
                }
            });
        }
        return withdrawn;
    }

    /** The clocks with the warnings of that moment still to come. */
    public static RequestClocks without(RequestClocks clocks, Instant at) {
        return clocks.with(
                clocks.clocks().stream().map(clock -> without(clock, at)).toList());
    }

    private static Clock without(Clock clock, Instant at) {
        Map<WarningMark, Firing> left = new HashMap<>(clock.firings());
        left.values().removeIf(firing -> isFired(firing, at));
        return new Clock(clock.ref(), clock.state(), left);
    }

    /** The clock as it is now: what is only to be told later is still to come. */
    public static Clock asOf(Clock clock, Instant now) {
        Map<WarningMark, Firing> left = new HashMap<>(clock.firings());
        left.values().removeIf(firing -> firing.at().isAfter(now));
        return new Clock(clock.ref(), clock.state(), left);
    }

    private static boolean isFired(Firing firing, Instant at) {
        return firing instanceof Firing.Fired && firing.at().equals(at);
    }
}
