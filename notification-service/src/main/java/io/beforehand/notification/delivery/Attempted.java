package io.beforehand.notification.delivery;

/**
 * An attempt that was made and is still to be recorded.
 *
 * @param nanos when it ended, as {@link System#nanoTime} told
 */
record Attempted(ClaimedDelivery delivery, AttemptOutcome outcome, long nanos) {

    /** The stable word under which the attempt is kept. */
    String label() {
        return switch (outcome) {
            case AttemptOutcome.Accepted _ -> "accepted";
            case AttemptOutcome.Failed failed -> failed.reason();
            case AttemptOutcome.NoDestination nowhere -> nowhere.reason();
        };
    }
}
