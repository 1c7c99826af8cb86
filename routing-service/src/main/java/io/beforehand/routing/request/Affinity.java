package io.beforehand.routing.request;

import java.time.Instant;

/** What a waiting request's past says about who should have it next. */
public sealed interface Affinity {

    /** Nothing. */
    record Anyone() implements Affinity {}

    /** Back to whoever had it, when he is free: the customer need not repeat himself. */
    record Prefers(String agentId) implements Affinity {}

    /** Not to the one who has just given it back, for a while. */
    record Avoids(String agentId, Instant until) implements Affinity {}

    /** Whether this agent must not get the request now. */
    default boolean excludes(String agentId, Instant now) {
        return this instanceof Avoids(String avoided, Instant until) && avoided.equals(agentId) && now.isBefore(until);
    }

    /** Whether the request goes to this agent before all others. */
    default boolean prefers(String agentId) {
        return this instanceof Prefers(String preferred) && preferred.equals(agentId);
    }
}
