package io.beforehand.sla.clock;

import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.Choice;
import java.time.Instant;

/**
 * Something that happened to a request and matters to its clocks. Where a policy had to be chosen, the fact holds the version
 * that was chosen then, so that the history means the same for ever.
 */
public sealed interface Fact {

    /** When it happened, in whole microseconds, as that is what the database keeps. */
    Instant at();

    /** What happened, as a stable word. */
    default String name() {
        return switch (this) {
            case Opened _ -> "opened";
            case OpenedByMachine _ -> "opened-by-machine";
            case Acknowledged _ -> "acknowledged";
            case Assigned _ -> "assigned";
            case Replied _ -> "replied";
            case Updated _ -> "updated";
            case CustomerWrote _ -> "customer-wrote";
            case StatusMoved _ -> "status-moved";
            case Reclassified _ -> "reclassified";
        };
    }

    /** The request began. */
    sealed interface Opening extends Fact {

        /** What was promised, and why. */
        Choice choice();
    }

    record Opened(Instant at, Choice choice) implements Opening {}

    /** A machine wrote: nobody waits to be told that it arrived, and it is not told. */
    record OpenedByMachine(Instant at, Choice choice) implements Opening {}

    /** The customer was told that the request arrived. */
    record Acknowledged(Instant at) implements Fact {}

    /**
     * The request has somebody who owns it.
     *
     * @param team that he belongs to, empty when it was not said
     */
    record Assigned(Instant at, String team) implements Fact {

        Assigned(Instant at) {
            this(at, "");
        }
    }

    /** A person replied so that the customer sees it. A bot's reply and a note among colleagues are no such fact. */
    record Replied(Instant at) implements Fact {}

    /** The customer was told of progress. */
    record Updated(Instant at) implements Fact {}

    record CustomerWrote(Instant at) implements Fact {}

    /**
     * The request went into another status.
     *
     * @param reason what was said about it, empty when nothing was
     * @param party whom one waits for, as a stable word; empty when it was not said
     */
    record StatusMoved(Instant at, RequestStatus to, String reason, String party) implements Fact {

        StatusMoved(Instant at, RequestStatus to) {
            this(at, to, "", "");
        }
    }

    /** The request became something else. */
    record Reclassified(Instant at, Choice choice) implements Fact {}
}
