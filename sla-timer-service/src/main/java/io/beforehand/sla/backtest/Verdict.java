package io.beforehand.sla.backtest;

import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.Firing;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.WarningMark;
import java.time.Instant;

/**
 * How a clock ends in one of the two playbacks.
 *
 * @param state {@code running}, {@code paused}, {@code met}, {@code breached} or {@code cancelled}
 * @param warnings given
 */
public record Verdict(String state, Instant dueAt, int warnings, PolicyRef policy) {

    static Verdict of(Clock clock) {
        return new Verdict(
                clock.state() instanceof Paused ? "paused" : clock.state().verdict(),
                clock.course().dueAt(),
                (int) clock.firings().entrySet().stream()
                        .filter(firing -> firing.getValue() instanceof Firing.Fired)
                        .filter(firing -> !(firing.getKey() instanceof WarningMark.After))
                        .count(),
                clock.course().terms().policy());
    }

    /** Whether both come to the same for whoever made the promise. */
    boolean alike(Verdict other) {
        return state.equals(other.state) && (warnings > 0) == (other.warnings > 0);
    }
}
