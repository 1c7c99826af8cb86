package io.beforehand.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that was made and is still to be recorded.
 *
 * @param nanos when it ended, as {@link System#nanoTime} told
 */
record Attempted(ClaimedDelivery delivery, AttemptOutcome outcome, long nanos) {

    /** What the channel calls a message to a customer that it took; receipts may name it so. Missing where it did not say. */
    @Nullable
    String channelMessageId() {
        return outcome instanceof AttemptOutcome.Accepted accepted
                        && delivery.destination() instanceof Destination.Outlet
                ? accepted.messageId()
                : null;
    }

    /** The stable word under which the attempt is kept. */
    String label() {
        return switch (outcome) {
            case AttemptOutcome.Accepted _ -> "accepted";
            case AttemptOutcome.Failed failed -> failed.reason();
            case AttemptOutcome.NoDestination nowhere -> nowhere.reason();
        };
    }
}
