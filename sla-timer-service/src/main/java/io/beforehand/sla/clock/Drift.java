package io.beforehand.sla.clock;

import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something stored of a request that is not what its history amounts to. There should be none, ever.
 *
 * @param what {@code request}, or the clock's id
 * @param stored as it is
 * @param recomputed as it should be
 */
public record Drift(String what, String stored, String recomputed) {

    /** How long an alarm may take before it counts as one that was lost: longer than any hold for inputs that lag behind. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private static final String NOTHING = "nothing";

    /** @param history all of it, in any order */
    public static List<Drift> of(RequestClocks stored, List<HistoryEntry> history, Instant now) {
        List<Drift> drifts = new ArrayList<>();
        RequestClocks truth = RequestClocks.fold(stored.requestId(), history);
        compare(drifts, "request", request(stored), request(truth));
        RequestClocks gone = stored.goneOn(now);
        for (Clock clock : Learning.reconciled(stored, truth, now).clocks()) {
            Optional<Clock> known = gone.find(clock.ref());
            boolean alike =
                    known.filter(found -> found.state().equals(clock.state())).isPresent();
            if (!alike) {
                compare(drifts, clock.ref().id(), text(known), text(Optional.of(clock)));
            }
        }
        if (!stored.clocks().stream().allMatch(Clock::isOver)) {
            alarms(drifts, stored, history, now.minus(GRACE));
        }
        return drifts;
    }

    /** What time should have brought about in clocks that are not over. */
    private static void alarms(
            List<Drift> drifts, RequestClocks stored, List<HistoryEntry> history, Instant someTimeAgo) {
        stored.clocks().forEach(clock -> endOfPause(drifts, clock, someTimeAgo));
        List<HistoryEntry> settled = history.stream()
                .filter(entry -> !entry.fact().at().isAfter(someTimeAgo))
                .toList();
        for (Clock played :
                Playback.of(stored.requestId(), settled, someTimeAgo).clocks()) {
            stored.find(played.ref()).ifPresent(clock -> alarms(drifts, clock, played));
        }
    }

    /** A clock that should have gone on by itself. */
    private static void endOfPause(List<Drift> drifts, Clock stored, Instant someTimeAgo) {
        if (stored.state() instanceof Paused paused) {
            paused.endsAt()
                    .filter(end -> end.isBefore(someTimeAgo))
                    .ifPresent(end -> drifts.add(new Drift(stored.ref().id(), text(paused), "going on since " + end)));
        }
    }

    /** An alarm that was due and has not rung. One that has rung although it would not today is no drift: a fact came late. */
    private static void alarms(List<Drift> drifts, Clock stored, Clock played) {
        if (stored.state() instanceof Running && played.state().verdict().equals("breached")) {
            drifts.add(new Drift(
                    stored.ref().id(),
                    text(stored.state()),
                    "breached at " + played.course().dueAt()));
        }
        played.firings().forEach((mark, firing) -> {
            if (firing instanceof Firing.Fired(Instant due, boolean _)
                    && stored.armed().anyMatch(mark::equals)
                    && !(stored.state() instanceof Over)) {
                drifts.add(new Drift(stored.ref().id(), mark.text() + " armed", mark.text() + " fired at " + due));
            }
        });
    }

    private static void compare(List<Drift> drifts, String what, String stored, String recomputed) {
        if (!stored.equals(recomputed)) {
            drifts.add(new Drift(what, stored, recomputed));
        }
    }

    private static String request(RequestClocks clocks) {
        Situation situation = clocks.situation();
        return situation.status().wireName()
                + (situation.waitsFor().isEmpty() ? "" : " for the " + situation.waitsFor())
                + (situation.team().isEmpty() ? "" : " with team " + situation.team()) + " by policy "
                + clocks.policy().ref().id() + " version "
                + clocks.policy().ref().version();
    }

    private static String text(Optional<Clock> clock) {
        return clock.map(known -> text(known.state())).orElse(NOTHING);
    }

    /** Everything about a state that its history decides. */
    private static String text(ClockState state) {
        Course course = state.course();
        String stands = state instanceof Paused paused
                ? "paused since " + paused.since() + " for " + paused.reason()
                : state.verdict();
        String ended = state instanceof Over over ? ", over at " + over.endedAt() : "";
        return "%s, started %s, due %s, pauses %s%s"
                .formatted(
                        stands,
                        course.startedAt(),
                        course.dueAt(),
                        course.pauses().stream().map(Pause::interval).toList(),
                        ended);
    }
}
