package io.beforehand.sla.clock;

import static io.beforehand.events.Metric.ACKNOWLEDGEMENT;
import static io.beforehand.events.Metric.ASSIGNMENT;
import static io.beforehand.events.Metric.FIRST_RESPONSE;
import static io.beforehand.events.Metric.NEXT_RESPONSE;
import static io.beforehand.events.Metric.RESOLUTION;
import static io.beforehand.events.Metric.UPDATE;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.clock.ClockState.Open;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * All clocks of a request, as the facts so far made them: {@code clocks = fold(facts)}.
 *
 * @param policy what counts for clocks that start from now on
 * @param clocks by metric and cycle
 */
public record RequestClocks(String requestId, Policy policy, Situation situation, List<Clock> clocks) {

    /** What is of no use once a request is over. The acknowledgement is: who wrote to us is told so. */
    private static final List<Metric> MOOT_WHEN_OVER = List.of(ASSIGNMENT, FIRST_RESPONSE, NEXT_RESPONSE, UPDATE);

    public RequestClocks {
        clocks = Clock.inOrder(clocks);
    }

    /** Before anything happened. */
    public static RequestClocks of(String requestId) {
        return new RequestClocks(requestId, Policy.NONE, Situation.AT_FIRST, List.of());
    }

    /** What a history amounts to. */
    public static RequestClocks fold(String requestId, List<HistoryEntry> history) {
        RequestClocks clocks = of(requestId);
        for (HistoryEntry entry : history.stream().sorted().toList()) {
            clocks = clocks.after(entry.fact());
        }
        return clocks;
    }

    /** One step of the fold. A pause that reached its limit before the fact ended then. */
    public RequestClocks after(Fact fact) {
        return Budgets.after(goneOn(fact.at()).learn(fact), fact);
    }

    /** The clocks after every pause that reaches its limit by then. */
    RequestClocks goneOn(Instant at) {
        return every(clock -> clock.goneOn(at));
    }

    private RequestClocks learn(Fact fact) {
        return switch (fact) {
            case Fact.Opened(Instant at, Choice choice) ->
                promised(choice.policy()).start(ACKNOWLEDGEMENT, at).begin(at);
            case Fact.OpenedByMachine(Instant at, Choice choice) ->
                promised(choice.policy()).begin(at);
            case Fact.Acknowledged(Instant at) -> stop(ACKNOWLEDGEMENT, at);
            case Fact.Assigned(Instant at, String _) -> stop(ASSIGNMENT, at);
            case Fact.Replied(Instant at) ->
                stop(FIRST_RESPONSE, at).stop(NEXT_RESPONSE, at).nextUpdate(at);
            case Fact.Updated(Instant at) -> nextUpdate(at);
            case Fact.CustomerWrote(Instant at) ->
                awaitsResponse() ? this : start(NEXT_RESPONSE, at, whenCustomerWrites());
            case Fact.StatusMoved(Instant at, RequestStatus to, String reason, String party) ->
                move(at, new PauseCause(to, reason, party));
            case Fact.Reclassified(Instant at, Choice choice) -> Reclassification.of(this, choice.policy(), at);
        };
    }

    /** The next moment at which time alone brings something about. */
    public Optional<Instant> nextAlarm() {
        return Clock.nextAlarm(clocks);
    }

    /** What time has brought about by now; see {@link Clock#ring}. */
    public RequestClocks ring(Instant now, boolean provisional) {
        return every(clock -> clock.ring(now, provisional));
    }

    public boolean isOver() {
        return situation.isOver();
    }

    RequestClocks with(List<Clock> others) {
        return new RequestClocks(requestId, policy, situation, others);
    }

    RequestClocks in(Situation other) {
        return new RequestClocks(requestId, policy, other, clocks);
    }

    public Optional<Clock> find(ClockRef ref) {
        return clocks.stream().filter(clock -> clock.ref().equals(ref)).findFirst();
    }

    private RequestClocks begin(Instant at) {
        return start(ASSIGNMENT, at).start(FIRST_RESPONSE, at).start(UPDATE, at).start(RESOLUTION, at);
    }

    private RequestClocks move(Instant at, PauseCause cause) {
        Situation next = situation.moved(cause.status(), cause.party());
        RequestClocks moved = this;
        if (!isOver() && cause.reason().equals(StatusChanged.MERGED)) {
            moved = moved.cancelMerged(at);
        } else if (!isOver() && next.isOver()) {
            moved = Budgets.stop(moved.stop(RESOLUTION, at), at);
            for (Metric metric : MOOT_WHEN_OVER) {
                moved = moved.open(
                        metric,
                        (clock, state) ->
                                clock.in(state.cancel(at, next.status().wireName())));
            }
        }
        if (isOver() && !next.isOver()) {
            moved = moved.start(UPDATE, at).start(RESOLUTION, at);
        }
        RequestClocks now = moved.in(next);
        return now.each((clock, state) -> clock.in(now.follow(state, cause, at)));
    }

    /** What is still promised is promised in the request that it goes on in; what was broken before stays broken. */
    private RequestClocks cancelMerged(Instant at) {
        return each((clock, state) -> clock.ref().metric().equals(ACKNOWLEDGEMENT)
                ? clock
                : clock.in(state.cancel(at, StatusChanged.MERGED)));
    }

    /** A running clock stands still when something pauses it; a paused one goes on otherwise. */
    ClockState follow(Open state, PauseCause status, Instant at) {
        Optional<PauseCause> pause = situation.pause(state.course().terms(), status);
        return switch (state) {
            case Running running when pause.isPresent() -> running.pause(at, pause.get());
            case Paused paused when pause.isEmpty() -> paused.resume(at);
            case Open unchanged -> unchanged;
        };
    }

    private boolean awaitsResponse() {
        return clocks.stream()
                .filter(clock -> !clock.isOver())
                .map(clock -> clock.ref().metric())
                .anyMatch(metric -> metric.equals(FIRST_RESPONSE) || metric.equals(NEXT_RESPONSE));
    }

    private RequestClocks nextUpdate(Instant at) {
        RequestClocks told = stop(UPDATE, at);
        return isOver() ? told : told.start(UPDATE, at);
    }

    RequestClocks promised(Policy next) {
        return new RequestClocks(requestId, next, situation, clocks);
    }

    /** A request that waits for the customer is open again when he writes, as the next fact will say. */
    private RequestStatus whenCustomerWrites() {
        return situation.status() == RequestStatus.PENDING ? RequestStatus.OPEN : situation.status();
    }

    RequestClocks start(Metric metric, Instant at) {
        return start(metric, at, situation.status());
    }

    /** A clock that starts in a status that pauses it stands still from the start. */
    private RequestClocks start(Metric metric, Instant at, RequestStatus meanwhile) {
        Goal goal = policy.goals().get(metric);
        if (goal == null) {
            return this;
        }
        int cycle = 1
                + (int) clocks.stream()
                        .filter(clock -> clock.ref().metric().equals(metric) && !clock.neverStarted())
                        .count();
        Running running = new Running(Course.start(Terms.of(policy, goal), at));
        Clock started = new Clock(
                ClockRef.of(requestId, metric, cycle), follow(running, PauseCause.of(meanwhile), at), Map.of());
        List<Clock> more = new ArrayList<>(clocks);
        more.removeIf(clock -> clock.ref().equals(started.ref()));
        more.add(find(started.ref()).map(untold -> started.firedAs(untold)).orElse(started));
        return with(more);
    }

    private RequestClocks stop(Metric metric, Instant at) {
        return open(metric, (clock, state) -> clock.in(state.stop(at)));
    }

    private RequestClocks open(Metric metric, BiFunction<Clock, Open, Clock> change) {
        return each((clock, state) -> clock.ref().metric().equals(metric) ? change.apply(clock, state) : clock);
    }

    /** Changes the clocks that are not over. */
    RequestClocks each(BiFunction<Clock, Open, Clock> change) {
        return every(clock -> clock.state() instanceof Open state ? change.apply(clock, state) : clock);
    }

    private RequestClocks every(UnaryOperator<Clock> change) {
        List<Clock> changed = Clock.each(clocks, change);
        return changed == clocks ? this : with(changed);
    }

    RequestClocks replace(Clock changed) {
        return every(clock -> clock.ref().equals(changed.ref()) ? changed : clock);
    }
}
