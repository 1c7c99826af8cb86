package io.beforehand.sla.clock;

import io.beforehand.events.Party;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step of an explanation as a sentence. */
final class StepText {

    private StepText() {}

    /** @param choice the policy that was chosen in this step, if one was */
    static String of(ClockState state, Instant at, String because, Optional<Choice> choice) {
        return because + ": "
                + choice.map(chosen -> promise(chosen, state) + "; ").orElse("") + state(state, at);
    }

    /** A duration as people say it: {@code 1 h 30 min}. */
    static String words(Duration duration) {
        if (duration.isNegative()) {
            return "minus " + words(duration.negated());
        }
        List<String> words = new ArrayList<>();
        add(words, duration.toHours(), "h");
        add(words, duration.toMinutesPart(), "min");
        double seconds = duration.toSecondsPart() + duration.toMillisPart() / 1000.0;
        if (seconds > 0 || words.isEmpty()) {
            words.add(
                    (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s");
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, long amount, String unit) {
        if (amount > 0) {
            words.add(amount + " " + unit);
        }
    }

    private static String promise(Choice choice, ClockState state) {
        Terms terms = state.course().terms();
        String why = choice.reasons().isEmpty() ? "it fits any request" : String.join(", ", choice.reasons());
        return "policy %s version %d (%s) promises it within %s by calendar %s version %d"
                .formatted(
                        terms.policy().id(),
                        terms.policy().version(),
                        why,
                        words(terms.goal().within()),
                        terms.calendar().id(),
                        terms.calendar().version());
    }

    /** Whose time it is that runs, if it is not anybody's. */
    private static String whose(Terms terms) {
        return switch (terms.goal().holder()) {
            case Holder.Anybody _ -> "";
            case Holder.Team(String name) -> " while team " + name + " has the request,";
            case Holder.Awaited(Party party) -> " while the request waits for the " + party.wireName() + ",";
        };
    }

    /** A status that does not pause by itself is not why: somebody else has the request. */
    private static String elsewhere(PauseCause cause, Terms terms) {
        return terms.pauseOn().contains(cause.status()) || cause.reason().isEmpty() ? "" : ", " + cause.reason() + ",";
    }

    private static String state(ClockState state, Instant at) {
        Course course = state.course();
        String left = words(course.leftAt(at)) + " left of "
                + words(course.terms().goal().within());
        return switch (state) {
            case Running _ -> "runs" + whose(course.terms()) + " with " + left + ", due at " + course.dueAt();
            case Paused(var _, var _, PauseCause cause) ->
                "stands still in " + cause.status().wireName() + elsewhere(cause, course.terms()) + " with " + left;
            case Met _ -> "met with " + left;
            case Breached _ -> "breached at " + course.dueAt();
            case Settled settled
            when settled.fulfilled() ->
                "breached at " + course.dueAt() + ", fulfilled " + words(Duration.between(course.dueAt(), at))
                        + " later";
            case Settled settled -> "breached at " + course.dueAt() + ", over because " + settled.reason();
            case Cancelled cancelled -> "cancelled because " + cancelled.reason() + " with " + left;
        };
    }
}
