package io.beforehand.sla.clock;

import io.beforehand.events.ClockRef;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.policy.WarningMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One promise in one request.
 *
 * @param firings the warnings that were given or have become pointless
 */
public record Clock(ClockRef ref, ClockState state, Map<WarningMark, Firing> firings) {

    /** The order of a request's clocks. */
    public static final Comparator<Clock> ORDER = Comparator.comparing(
                    (Clock clock) -> clock.ref().metric())
            .thenComparingInt(clock -> clock.ref().cycle());

    private static final Comparator<WarningMark> BY_TEXT = Comparator.comparing(WarningMark::text);

    public Clock {
        firings = firings.size() < 2 ? Map.copyOf(firings) : Collections.unmodifiableMap(byText(firings));
    }

    private static Map<WarningMark, Firing> byText(Map<WarningMark, Firing> firings) {
        Map<WarningMark, Firing> sorted = new TreeMap<>(BY_TEXT);
        sorted.putAll(firings);
        return sorted;
    }

    /** The clocks in their order, which they are in already unless one is new. */
    static List<Clock> inOrder(List<Clock> clocks) {
        for (int i = 1; i < clocks.size(); i++) {
            if (ORDER.compare(clocks.get(i - 1), clocks.get(i)) > 0) {
                return clocks.stream().sorted(ORDER).toList();
            }
        }
        return List.copyOf(clocks);
    }

    /** The clocks after a change; the same list if it changes none. */
    static List<Clock> each(List<Clock> clocks, UnaryOperator<Clock> change) {
        List<Clock> changed = new ArrayList<>(clocks);
        boolean same = true;
        for (int i = 0; i < changed.size(); i++) {
            Clock before = clocks.get(i);
            changed.set(i, change.apply(before));
            same &= changed.get(i) == before;
        }
        return same ? clocks : changed;
    }

    static Clock start(ClockRef ref, Terms terms, Instant at) {
        return new Clock(ref, new Running(Course.start(terms, at)), Map.of());
    }

    public Course course() {
        return state.course();
    }

    public boolean isOver() {
        return state instanceof Over;
    }

    boolean neverStarted() {
        return state instanceof Cancelled cancelled && cancelled.neverStarted();
    }

    /** The same clock with the warnings that another version of it has given. */
    Clock firedAs(Clock other) {
        return new Clock(ref, state, other.firings);
    }

    Clock in(ClockState next) {
        return next.equals(state) ? this : new Clock(ref, next, firings);
    }

    /** The next moment at which time alone brings something about. */
    public Optional<Instant> nextAlarm() {
        return switch (state) {
            case Running(Course course) -> Optional.of(nextAlarm(course));
            case Paused paused -> paused.endsAt();
            case Breached(Course course, boolean _) ->
                escalations()
                        .filter(mark -> !firings.containsKey(mark))
                        .map(mark -> due(mark, course))
                        .findFirst();
            case Over _ -> Optional.empty();
        };
    }

    /** Asked after every fact and every alarm, so it makes nothing that it does not have to. */
    private Instant nextAlarm(Course course) {
        Instant soonest = course.dueAt();
        for (WarningMark mark : marks()) {
            if (!(mark instanceof WarningMark.After) && !firings.containsKey(mark)) {
                Instant due = due(mark, course);
                soonest = due.isBefore(soonest) ? due : soonest;
            }
        }
        return soonest;
    }

    /** The soonest of several clocks' next alarms. */
    static Optional<Instant> nextAlarm(List<Clock> clocks) {
        Optional<Instant> soonest = Optional.empty();
        for (Clock clock : clocks) {
            Optional<Instant> next = clock.nextAlarm();
            if (next.isPresent() && (soonest.isEmpty() || next.get().isBefore(soonest.get()))) {
                soonest = next;
            }
        }
        return soonest;
    }

    /**
     * What time has brought about by now: the end of a pause, the warnings due, or the breach. A warning that would come with the breach or after
     * it is superseded, so that an outage ends in one alarm and not in all of them.
     *
     * @param provisional whether facts from before {@code now} may still be on their way
     */
    public Clock ring(Instant now, boolean provisional) {
        Clock gone = goneOn(now);
        Clock rung = gone.state instanceof Running running ? gone.ring(running, now, provisional) : gone;
        return rung.state instanceof Breached ? rung.escalate(now) : rung;
    }

    /** What is due of the escalations; of several that come at once the highest is told. */
    private Clock escalate(Instant now) {
        List<WarningMark> due = escalations()
                .filter(mark -> !firings.containsKey(mark) && !now.isBefore(due(mark)))
                .toList();
        if (due.isEmpty()) {
            return this;
        }
        Map<WarningMark, Firing> after = byText(firings);
        due.forEach(mark -> after.put(
                mark, mark.equals(due.getLast()) ? new Firing.Fired(now, false) : new Firing.Superseded(now)));
        return new Clock(ref, state, after);
    }

    private Stream<WarningMark> escalations() {
        return course().terms().goal().escalations().stream();
    }

    /** The clock after its pause has reached the limit, if it has by then. Not a matter of who looks: only of time. */
    Clock goneOn(Instant at) {
        return state instanceof Paused paused ? in(paused.by(at)) : this;
    }

    private Clock ring(Running running, Instant now, boolean provisional) {
        boolean breached = !now.isBefore(running.course().dueAt());
        if (!breached && now.isBefore(nextAlarm(running.course()))) {
            return this;
        }
        Map<WarningMark, Firing> after = byText(firings);
        armed().filter(mark -> !(mark instanceof WarningMark.After))
                .filter(mark -> !now.isBefore(due(mark, running.course())))
                .forEach(mark -> {
                    after.put(mark, breached ? new Firing.Superseded(now) : new Firing.Fired(now, provisional));
                });
        return new Clock(ref, breached ? running.breach(provisional) : running, after);
    }

    /** The warnings that may still come, in the order written. */
    public Stream<WarningMark> armed() {
        return marks().stream().filter(mark -> !firings.containsKey(mark));
    }

    /** When a warning of this clock is or was due; for a paused clock as if it went on at the end of its last pause. */
    public Instant due(WarningMark mark) {
        return due(mark, course());
    }

    /** When the promise is due; for a paused clock as if it went on at that moment. */
    public Instant dueAt(Instant now) {
        return state instanceof Paused paused ? paused.resume(now).course().dueAt() : course().dueAt();
    }

    private List<WarningMark> marks() {
        return course().terms().goal().warnings();
    }

    private static Instant due(WarningMark mark, Course course) {
        return course.whenUsed(mark.usedOf(course.terms().goal().within()));
    }
}
