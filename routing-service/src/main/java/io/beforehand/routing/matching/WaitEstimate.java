package io.beforehand.routing.matching;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * How long a request will wait: requests ahead of it and itself, times the recent mean handling time, over the number of
 * requests that the suitable agents who are there can handle side by side.
 *
 * <p>An estimate of the simplest kind: it takes the others in the queue to need the same people.
 */
public final class WaitEstimate {

    private WaitEstimate() {}

    /**
     * @param position place in the queue from 1
     * @param meanHandling empty while nothing like it has been handled
     * @param present agents who are there, free or not
     * @return empty when there is nothing to estimate from
     */
    public static Optional<Duration> of(
            int position, Optional<Duration> meanHandling, Requirement requirement, Collection<Candidate> present) {
        int sideBySide = present.stream()
                .filter(agent -> Obstacle.unsuitable(requirement, agent).isEmpty())
                .mapToInt(agent -> agent.load().capacity().of(requirement.channel()))
                .sum();
        return sideBySide == 0
                ? Optional.empty()
                : meanHandling.map(mean -> Duration.ofSeconds(
                        mean.multipliedBy(position).dividedBy(sideBySide).toSeconds()));
    }

    /** Whether the customer should hear of the difference: a quarter of what was told before. */
    public static boolean movedNoticeably(Duration told, Duration now) {
        return told.minus(now).abs().multipliedBy(4).compareTo(told) >= 0 && !told.equals(now);
    }
}
