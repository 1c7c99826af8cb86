package io.beforehand.routing.matching;

import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.Urgency;

/** A request that waits for somebody. */
public record Waiter(Urgency urgency, Requirement requirement, Affinity affinity) {

    public String requestId() {
        return urgency.requestId();
    }
}
