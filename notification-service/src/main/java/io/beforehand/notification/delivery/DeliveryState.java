package io.beforehand.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/** How far a delivery is. Only one that is still due can be attempted. */
public sealed interface DeliveryState {

    /** Still to be attempted. */
    sealed interface Due extends DeliveryState {

        Instant dueAt();

        /** How many attempts were made. */
        int attempts();

        /**
         * The state after one more attempt.
         *
         * @param at when it ended
         * @param random in [0, 1), for the jitter
         */
        default DeliveryState after(AttemptOutcome outcome, Instant at, RetrySchedule schedule, double random) {
            return switch (outcome) {
                case AttemptOutcome.Accepted _ -> new Sent(at);
                case AttemptOutcome.NoDestination(String why) -> new Suppressed(why);
                case AttemptOutcome.Failed failed
                when failed.fault() == Fault.PERMANENT -> new Exhausted(failed.reason());
                case AttemptOutcome.Failed failed ->
                    schedule.waitAfter(attempts() + 1, failed.notBefore(), random)
                            .<DeliveryState>map(wait -> new Failed(at.plus(wait), attempts() + 1, failed.reason()))
                            .orElseGet(() -> new Exhausted(failed.reason()));
            };
        }
    }

    /** Not attempted yet. */
    record Pending(Instant dueAt) implements Due {

        @Override
        public int attempts() {
            return 0;
        }
    }

    /** Attempted in vain, and to be attempted again. */
    record Failed(Instant dueAt, int attempts, String why) implements Due {}

    /** The receiver took it. */
    record Sent(Instant at) implements DeliveryState {}

    /** Given up after its last attempt. */
    record Exhausted(String why) implements DeliveryState {}

    /** Not to be sent: there is nowhere to send it, or nobody there who wants it. */
    record Suppressed(String why) implements DeliveryState {}

    /** The name in the table and in JSON. */
    default String label() {
        return switch (this) {
            case Pending _ -> "pending";
            case Failed _ -> "failed";
            case Sent _ -> "sent";
            case Exhausted _ -> "exhausted";
            case Suppressed _ -> "suppressed";
        };
    }

    /** A stable word for why it is not delivered, where there is one. */
    default Optional<String> reason() {
        return switch (this) {
            case Pending _, Sent _ -> Optional.empty();
            case Failed failed -> Optional.of(failed.why());
            case Exhausted(String why) -> Optional.of(why);
            case Suppressed(String why) -> Optional.of(why);
        };
    }
}
