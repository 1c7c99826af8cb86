package io.beforehand.intake.request.core;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a request that is over goes on when its customer writes again; after that another opens that is linked to it. It
 * counts from the last thing that happened in the request to the moment at which the customer wrote. Zero is never.
 *
 * @param resolvedWithin of a resolved one
 * @param closedWithin of a closed one
 * @param inactivity of either in a channel without threads, where all that a customer ever writes is one conversation
 */
public record Reopening(Duration resolvedWithin, Duration closedWithin, Duration inactivity) {

    public Reopening {
        mustNotBeNegative("resolved-within", resolvedWithin);
        mustNotBeNegative("closed-within", closedWithin);
        mustNotBeNegative("inactivity", inactivity);
    }

    /** @param threaded whether the channel tells one conversation with a customer from another */
    boolean isInTime(Stage.Over stage, boolean threaded, Instant lastActivity, Instant writtenAt) {
        Duration within = threaded ? within(stage) : inactivity;
        return within.isPositive() && !writtenAt.isAfter(lastActivity.plus(within));
    }

    private Duration within(Stage.Over stage) {
        return switch (stage) {
            case Stage.Resolved _ -> resolvedWithin;
            case Stage.Closed _ -> closedWithin;
        };
    }

    private static void mustNotBeNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + duration);
        }
    }
}
