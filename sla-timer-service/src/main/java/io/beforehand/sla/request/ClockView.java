package io.beforehand.sla.request;

import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.clock.Firing;
import io.beforehand.sla.clock.PauseCause;
import io.beforehand.sla.clock.Terms;
import io.beforehand.sla.policy.WarningMark;
import io.beforehand.sla.waiver.Waiver;
import io.beforehand.sla.waiver.WaiverView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clock as clients see it.
 *
 * @param team whose budget it is, if it is a team's
 * @param party whose budget it is, if it is that of a party whom the request waits for
 * @param dueAt the deadline; of a paused clock what it would be if it went on now
 * @param calendarMembers of a combination, the versions of the calendars that it is put together of, by id
 * @param timeZone the customer's, if the calendar goes by it
 * @param goal working time that was promised
 * @param used working time that counted so far, or until the end
 * @param remaining working time left, of a clock that runs or is paused
 * @param lateBy time since the deadline, or from it to the end
 */
public record ClockView(
        String id,
        String metric,
        int cycle,
        Optional<String> team,
        Optional<String> party,
        String state,
        Instant startedAt,
        Instant dueAt,
        Optional<Instant> breachedAt,
        Optional<Instant> endedAt,
        Duration goal,
        Duration used,
        Optional<Duration> remaining,
        Optional<Duration> lateBy,
        Optional<Boolean> provisional,
        String policy,
        int policyVersion,
        String calendar,
        int calendarVersion,
        Optional<Map<String, Integer>> calendarMembers,
        Optional<String> timeZone,
        List<Warning> warnings,
        List<PauseView> pauses,
        Optional<WaiverView> waiver) {

    public ClockView {
        warnings = List.copyOf(warnings);
        pauses = List.copyOf(pauses);
    }

    /**
     * A stretch in which the clock stood still.
     *
     * @param to missing while it lasts
     * @param status in which it stood still
     */
    public record PauseView(
            Instant from, Optional<Instant> to, String status, Optional<String> reason, Optional<String> party) {

        static PauseView of(Instant from, Optional<Instant> to, PauseCause cause) {
            return new PauseView(
                    from,
                    to,
                    cause.status().wireName(),
                    Optional.of(cause.reason()).filter(text -> !text.isEmpty()),
                    Optional.of(cause.party()).filter(text -> !text.isEmpty()));
        }
    }

    /** @param state {@code armed}, {@code fired}, {@code cancelled} or {@code superseded} */
    public record Warning(Instant at, String mark, String state, Optional<Instant> firedAt) {

        static Warning of(Clock clock, WarningMark mark) {
            Firing firing = clock.firings().get(mark);
            String state =
                    switch (firing) {
                        case Firing.Fired _ -> "fired";
                        case Firing.Superseded _ -> "superseded";
                        case null -> clock.isOver() ? "cancelled" : "armed";
                    };
            Optional<Instant> firedAt =
                    firing instanceof Firing.Fired(Instant at, boolean _) ? Optional.of(at) : Optional.empty();
            return new Warning(clock.due(mark), mark.text(), state, firedAt);
        }
    }

    static ClockView of(Clock clock, Instant now, Optional<Waiver> waiver) {
        ClockState state = clock.state();
        Terms terms = clock.course().terms();
        return new ClockView(
                clock.ref().id(),
                clock.ref().metric().name(),
                clock.ref().cycle(),
                Optional.of(HolderColumns.team(terms.goal().holder())).filter(team -> !team.isEmpty()),
                Optional.of(HolderColumns.party(terms.goal().holder())).filter(party -> !party.isEmpty()),
                state instanceof Paused ? "paused" : state.verdict(),
                clock.course().startedAt(),
                clock.dueAt(now),
                breachedAt(state),
                state instanceof Over over ? Optional.of(over.endedAt()) : Optional.empty(),
                terms.goal().within(),
                used(state, now),
                remaining(state, now),
                lateBy(state, now),
                state instanceof Breached(var _, boolean provisional) && provisional
                        ? Optional.of(true)
                        : Optional.empty(),
                terms.policy().id(),
                terms.policy().version(),
                terms.calendar().id(),
                terms.calendar().version(),
                Optional.of(terms.calendar().parts().members()).filter(members -> !members.isEmpty()),
                Optional.of(terms.calendar().parts().zone()).filter(zone -> !zone.isEmpty()),
                warnings(clock),
                pauses(clock),
                waiver.map(WaiverView::of));
    }

    private static List<Warning> warnings(Clock clock) {
        return Stream.concat(clock.armed(), clock.firings().keySet().stream())
                .map(mark -> Warning.of(clock, mark))
                .sorted(Comparator.comparing(Warning::at).thenComparing(Warning::mark))
                .toList();
    }

    private static List<PauseView> pauses(Clock clock) {
        Stream<PauseView> over = clock.course().pauses().stream()
                .map(pause -> PauseView.of(pause.from(), Optional.of(pause.to()), pause.cause()));
        Stream<PauseView> lasting = clock.state() instanceof Paused paused
                ? Stream.of(PauseView.of(paused.since(), Optional.empty(), paused.cause()))
                : Stream.empty();
        return Stream.concat(over, lasting).toList();
    }

    private static Optional<Instant> breachedAt(ClockState state) {
        return switch (state) {
            case Breached breached -> Optional.of(breached.breachedAt());
            case Settled settled -> Optional.of(settled.breachedAt());
            case Running _, Paused _, ClockState.Met _, ClockState.Cancelled _ -> Optional.empty();
        };
    }

    private static Duration used(ClockState state, Instant now) {
        Instant until =
                switch (state) {
                    case Paused paused -> paused.since();
                    case Over over -> over.endedAt();
                    case Running _, Breached _ -> now;
                };
        return state.course().usedAt(until);
    }

    private static Optional<Duration> remaining(ClockState state, Instant now) {
        Duration left =
                switch (state) {
                    case Running running -> running.course().leftAt(now);
                    case Paused paused -> paused.course().leftAt(paused.since());
                    case Breached _, Over _ -> Duration.ZERO;
                };
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    private static Optional<Duration> lateBy(ClockState state, Instant now) {
        Optional<Instant> end =
                switch (state) {
                    case Running running when running.isOverdue(now) -> Optional.of(now);
                    case Breached _ -> Optional.of(now);
                    case Settled settled -> Optional.of(settled.endedAt());
                    case Running _, Paused _, ClockState.Met _, ClockState.Cancelled _ -> Optional.empty();
                };
        return end.map(at -> Duration.between(state.course().dueAt(), at));
    }
}
