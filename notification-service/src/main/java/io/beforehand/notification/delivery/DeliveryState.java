package io.beforehand.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/** How far a delivery is. Only one that is still due can be attempted. */
public sealed interface DeliveryState {

    /** The name in the table and in JSON. */
    String label();

    /** A stable word for why it is not delivered, where there is one. */
    Optional<String> reason();

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

        @Override
        public String label() {
            return "pending";
        }

        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }
    }

    /** Attempted in vain, and to be attempted again. */
    record Failed(Instant dueAt, int attempts, String why) implements Due {

        @Override
        public String label() {
            return "failed";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** The receiver took it. */
    record Sent(Instant at) implements DeliveryState {

        @Override
        public String label() {
            return "sent";
        }

        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }
    }

    /** Given up after its last attempt. */
    record Exhausted(String why) implements DeliveryState {

        @Override
        public String label() {
            return "exhausted";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }

    /** Never attempted, for there is nowhere to send it. */
    record Suppressed(String why) implements DeliveryState {

        @Override
        public String label() {
            return "suppressed";
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
