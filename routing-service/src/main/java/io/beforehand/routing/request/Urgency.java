package io.beforehand.routing.request;

import io.beforehand.events.Priority;
import java.time.Instant;
import java.util.Comparator;

/**
 * The order of waiting: the most pressing priority first, within it the least slack, then the oldest.
 *
 * <p>Slack is what is left until the deadline; as all look at the same clock, the earliest deadline has the least, and the
 * order does not change while time passes: the database keeps it in an index.
 */
public record Urgency(Priority priority, Instant dueAt, Instant openedAt, String requestId)
        implements Comparable<Urgency> {

    private static final Comparator<Urgency> MOST_URGENT_FIRST = Comparator.comparing(Urgency::priority)
            .thenComparing(Urgency::dueAt)
            .thenComparing(Urgency::openedAt)
            .thenComparing(Urgency::requestId);

    @Override
    public int compareTo(Urgency other) {
        return MOST_URGENT_FIRST.compare(this, other);
    }
}
