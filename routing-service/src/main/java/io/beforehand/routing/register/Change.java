package io.beforehand.routing.register;

import io.beforehand.events.RoutingEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.routing.matching.Matching.RunnerUp;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RoutedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request in a transaction.
 *
 * @param before null when it has just been opened
 * @param told what routing tells of it, not numbered yet
 * @param runnersUp who else might have got it, when it was assigned by score
 * @param cause the trace of the call that asked for it; null when the request's own goes on
 */
public record Change(
        @Nullable RoutedRequest before,
        RoutedRequest after,
        List<RoutingEvent> told,
        List<RunnerUp> runnersUp,
        @Nullable TraceContext cause) {

    public Change {
        told = List.copyOf(told);
        runnersUp = List.copyOf(runnersUp);
    }

    public Change(@Nullable RoutedRequest before, RoutedRequest after, List<RoutingEvent> told) {
        this(before, after, told, List.of());
    }

    public Change(
            @Nullable RoutedRequest before, RoutedRequest after, List<RoutingEvent> told, List<RunnerUp> runnersUp) {
        this(before, after, told, runnersUp, null);
    }

    /** The same, as what a person asked for. */
    public Change askedFor(TraceContext call) {
        return new Change(before, after, told, runnersUp, call);
    }

    /** Whose request it was. */
    public Optional<String> ownerBefore() {
        return before == null ? Optional.empty() : before.place().owner();
    }

    /** Whose request it is. */
    public Optional<String> ownerAfter() {
        return after.place().owner();
    }

    /** Whether somebody may have become free by it, or it may fit somebody who is. */
    public boolean callsForMatching() {
        return !ownerBefore().equals(ownerAfter())
                || (after.place() instanceof Place.Waiting && (before == null || !sameNeeds(before, after)));
    }

    /** How long its last owner had it, if it is over now. */
    Optional<Duration> handled(Instant now) {
        return before != null
                        && before.place() instanceof Place.Assigned assigned
                        && after.place() instanceof Place.Ended
                ? Optional.of(assigned.heldFor(now))
                : Optional.empty();
    }

    private static boolean sameNeeds(RoutedRequest before, RoutedRequest after) {
        return before.place().equals(after.place()) && before.facts().equals(after.facts());
    }
}
