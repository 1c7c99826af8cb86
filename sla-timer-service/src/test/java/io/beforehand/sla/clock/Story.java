package io.beforehand.sla.clock;

import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.Owner;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.SlaEvent;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Holder;
import io.beforehand.sla.policy.Policies;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.policy.WarningMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A request told in minutes after nine, as its clocks hear of it: in order, or late, or nothing at all while time passes. */
final class Story {

    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    /** Acknowledgement 1 min, first response 60, next response 60, resolution 480; pauses on pending. */
    static final Policy STANDARD = policy("standard", ChangeRule.RECOMPUTE, 60, 480);

    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<SlaEvent> told = new ArrayList<>();
    private RequestClocks clocks = RequestClocks.of("r1");
    private HistoryEntry.Place head = new HistoryEntry.Place(Instant.MIN, Owner.REQUESTS, 0);

    static Story opened(Policy policy) {
        return new Story().at(0, at -> new Fact.Opened(at, chosen(policy)));
    }

    static Story openedByMachine(Policy policy) {
        return new Story().at(0, at -> new Fact.OpenedByMachine(at, chosen(policy)));
    }

    /** The policy, for a request that is like any. */
    static Choice chosen(Policy policy) {
        return chosenFor("", policy);
    }

    /** The policy, for a request that is said to be for that team. */
    static Choice chosenFor(String team, Policy policy) {
        return new Choice(policy, new RequestTraits(Priority.STANDARD, "", Channel.EMAIL, "", team, "customer", ""));
    }

    static Policy policy(String id, ChangeRule onChange, int responseMinutes, int resolutionMinutes) {
        return Policies.policy(id)
                .goal(Metric.ACKNOWLEDGEMENT, goal(1))
                .goal(Metric.FIRST_RESPONSE, goal(responseMinutes, "50%", "75%", "10m before"))
                .goal(Metric.NEXT_RESPONSE, goal(responseMinutes, "75%", "10m after", "40m after"))
                .goal(Metric.RESOLUTION, goal(resolutionMinutes, "50%"))
                .pauseOn(RequestStatus.PENDING)
                .onChange(onChange)
                .make();
    }

    /** The same with a budget of so many minutes for a team. */
    static Policy withBudget(Policy policy, String team, int minutes) {
        return withBudget(policy, team, new Holder.Team(team), minutes);
    }

    /** The same with a budget of so many minutes for whoever the request waits for. */
    static Policy withBudget(Policy policy, Party party, int minutes) {
        return withBudget(policy, party.wireName(), new Holder.Awaited(party), minutes);
    }

    private static Policy withBudget(Policy policy, String name, Holder holder, int minutes) {
        return Policies.like(policy)
                .goal(
                        new Metric(name + "-budget"),
                        new Goal(Duration.ofMinutes(minutes), List.of(WarningMark.parse("50%")), holder))
                .make();
    }

    static Goal goal(int minutes, String... warnings) {
        return new Goal(
                Duration.ofMinutes(minutes),
                Arrays.stream(warnings).map(WarningMark::parse).toList());
    }

    static Instant minute(double minute) {
        return NINE.plusMillis(Math.round(minute * 60_000));
    }

    /** Something happens and is known at once. */
    Story at(double minute, Function<Instant, Fact> fact) {
        return learn(minute, minute, fact);
    }

    /** Something happens and becomes known later. */
    Story learn(double happened, double known, Function<Instant, Fact> fact) {
        Fact what = fact.apply(minute(happened));
        HistoryEntry entry = new HistoryEntry(owner(what), history.size() + 1, what);
        history.add(entry);
        Learning learning = Learning.isLate(clocks, head, entry)
                ? Learning.anew(clocks, entry, history, minute(known))
                : Learning.inOrder(clocks, List.of(entry), minute(known));
        if (entry.place().compareTo(head) > 0) {
            head = entry.place();
        }
        return take(learning);
    }

    /** Time passes, and every alarm rings when it is due. */
    Story until(double minute) {
        for (var next = clocks.nextAlarm();
                next.isPresent() && !next.get().isAfter(minute(minute));
                next = clocks.nextAlarm()) {
            take(Learning.ofTime(clocks, next.get(), false));
        }
        return this;
    }

    /** Time has passed, and nobody rang until now. */
    Story wakes(double minute) {
        return take(Learning.ofTime(clocks, minute(minute), false));
    }

    private Story take(Learning learning) {
        clocks = learning.clocks();
        told.addAll(learning.events());
        return this;
    }

    /** What was told of one metric, in order. */
    List<SlaEvent> told(Metric metric) {
        return told.stream()
                .filter(event -> event.clock().metric().equals(metric))
                .toList();
    }

    /** The kinds of what was told of one metric, in order. */
    List<String> kinds(Metric metric) {
        return told(metric).stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    RequestClocks clocks() {
        return clocks;
    }

    List<HistoryEntry> history() {
        return history;
    }

    ClockState state(Metric metric, int cycle) {
        return clocks.find(ClockRef.of("r1", metric, cycle)).orElseThrow().state();
    }

    ClockState state(Metric metric) {
        return state(metric, 1);
    }

    static Owner owner(Fact fact) {
        return switch (fact) {
            case Fact.Acknowledged _, Fact.Updated _ -> Owner.NOTIFICATIONS;
            case Fact.Assigned _ -> Owner.ROUTING;
            case Fact.Opening _, Fact.Replied _, Fact.CustomerWrote _, Fact.StatusMoved _, Fact.Reclassified _ ->
                Owner.REQUESTS;
        };
    }
}
