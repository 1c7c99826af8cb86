package io.beforehand.events;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What routing tells: where a request waits and who has it. */
public sealed interface RoutingEvent extends Event {

    @Override
    default Owner owner() {
        return Owner.ROUTING;
    }

    /**
     * Nobody suitable is free; the request waits.
     *
     * @param position place in the queue, 1 is next
     * @param expectedWait estimate until somebody takes it; missing while there is nothing to estimate from
     */
    record RequestQueued(
            @Nullable String team, int position, @Nullable Duration expectedWait) implements RoutingEvent {}

    /**
     * The request has an owner.
     *
     * @param score what decided, higher is better
     * @param parts the terms of the score by name
     * @param why the reason in a stable word, such as {@code best-score} or {@code assigned-by-operator}
     */
    record RequestAssigned(
            String agentId,
            String agentName,
            @Nullable String team,
            double score,
            Map<String, Double> parts,
            String why)
            implements RoutingEvent {

        public RequestAssigned {
            parts = Map.copyOf(parts);
        }
    }

    /** The request went from one owner to another, its whole history with it. */
    record RequestTransferred(
            String fromAgentId,
            String toAgentId,
            String toAgentName,
            @Nullable String team,
            @Nullable String reason) implements RoutingEvent {}

    /**
     * The owner no longer holds the request.
     *
     * @param reason a stable word, such as {@code resolved} or {@code released-by-agent}
     */
    record RequestReleased(String agentId, String reason) implements RoutingEvent {}

    /** The wait of a queued request changed noticeably. */
    record QueueMoved(
            @Nullable String team, int position, @Nullable Duration expectedWait) implements RoutingEvent {}
}
