package io.beforehand.routing.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a request is, with the moves that are possible from there. */
public sealed interface Place {

    /** When it came here. */
    Instant since();

    /** Who holds the request and gives capacity for it. */
    default Optional<String> owner() {
        return this instanceof Assigned assigned ? Optional.of(assigned.agentId()) : Optional.empty();
    }

    /**
     * Nobody has it yet.
     *
     * @param announced whether it was told that the request is queued; one that is assigned at once never is
     */
    record Waiting(Instant since, Affinity affinity, boolean announced) implements Place {

        public Assigned assignTo(String agentId, Instant now) {
            return new Assigned(agentId, now);
        }

        public Waiting announce() {
            return new Waiting(since, affinity, true);
        }

        public Ended end(Instant now) {
            return new Ended(now, affinity);
        }
    }

    /** One agent has it, whatever its status is meanwhile. */
    record Assigned(String agentId, Instant since) implements Place {

        public Assigned transferTo(String otherAgentId, Instant now) {
            return new Assigned(otherAgentId, now);
        }

        /** The agent gives it back: it does not come to him again for so long. */
        public Waiting giveBack(Instant now, Duration cooldown) {
            return new Waiting(now, new Affinity.Avoids(agentId, now.plus(cooldown)), false);
        }

        /** The agent is no more. */
        public Waiting orphan(Instant now) {
            return new Waiting(now, new Affinity.Anyone(), false);
        }

        public Ended end(Instant now) {
            return new Ended(now, new Affinity.Prefers(agentId));
        }

        public Duration heldFor(Instant now) {
            return Duration.between(since, now);
        }
    }

    /** Resolved or closed: it costs nobody anything. */
    record Ended(Instant since, Affinity affinity) implements Place {

        public Waiting reopen(Instant now) {
            return new Waiting(now, affinity, false);
        }
    }
}
