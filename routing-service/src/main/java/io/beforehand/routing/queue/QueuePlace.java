package io.beforehand.routing.queue;

import io.beforehand.events.Priority;
import io.beforehand.routing.request.Demand;
import java.time.Instant;
import java.util.Optional;

/**
 * A request's place in its queue.
 *
 * @param queue the team's name, empty for the queue of no team
 * @param position 1 is next
 */
record QueuePlace(
        String requestId,
        String queue,
        int position,
        Demand demand,
        Priority priority,
        Instant since,
        Optional<Instant> dueAt) {}
