package io.beforehand.intake.request.core;

import io.beforehand.events.RequestStatus;
import java.util.Optional;

/**
 * Where a request stands, and where it can go from there.
 *
 * <pre>
 *   live: open, pending, on-hold ───▶ resolved ───▶ closed
 *         ▲            │                  │            ▲ │
 *         │            └──────────────────┼────────────┘ │
 *         └── reopened ───────────────────┴╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘
 * </pre>
 *
 * A live request goes freely from one live status to another, and may be closed without having been resolved, as spam is. A
 * customer who writes brings one that waits for him (pending) back to open; one on hold waits for somebody else and stays.
 *
 * <p>A resolved request is reopened by whoever sets its status, and by its customer within the time of {@link Reopening}; what he
 * writes later opens another that is linked to it. A closed one stays closed, whoever sets its status; its customer reopens it
 * only where a time for that is set, or where his channel has no threads. One that is merged into another is closed by that and
 * never reopened: what its customer writes goes into the other.
 */
public sealed interface Stage {

    RequestStatus status();

    /** The stage after somebody set that status; empty if it cannot be reached from here. */
    Optional<Stage> moveTo(RequestStatus status);

    static Stage of(RequestStatus status) {
        return switch (status) {
            case OPEN, PENDING, ON_HOLD -> new Live(status);
            case RESOLVED -> new Resolved();
            case CLOSED -> new Closed();
        };
    }

    /** Worked on, or waiting for somebody. */
    record Live(RequestStatus status) implements Stage {

        static final Live OPEN = new Live(RequestStatus.OPEN);

        @Override
        public Optional<Stage> moveTo(RequestStatus other) {
            return Optional.of(Stage.of(other));
        }

        Live whenCustomerWrites() {
            return status == RequestStatus.PENDING ? OPEN : this;
        }
    }

    /** Nothing is left to be done, unless the customer disagrees in time. */
    sealed interface Over extends Stage {

        default Live reopen() {
            return Live.OPEN;
        }
    }

    /** Answered for good. */
    record Resolved() implements Over {

        @Override
        public RequestStatus status() {
            return RequestStatus.RESOLVED;
        }

        @Override
        public Optional<Stage> moveTo(RequestStatus other) {
            return switch (other) {
                case OPEN -> Optional.of(reopen());
                case RESOLVED -> Optional.of(this);
                case CLOSED -> Optional.of(new Closed());
                case PENDING, ON_HOLD -> Optional.empty();
            };
        }
    }

    /** Closed for good, since what it was about is seen to in another. */
    record Merged(String into) implements Stage {

        @Override
        public RequestStatus status() {
            return RequestStatus.CLOSED;
        }

        @Override
        public Optional<Stage> moveTo(RequestStatus other) {
            return other == RequestStatus.CLOSED ? Optional.of(this) : Optional.empty();
        }
    }

    /** Final for everybody but the customer. */
    record Closed() implements Over {

        @Override
        public RequestStatus status() {
            return RequestStatus.CLOSED;
        }

        @Override
        public Optional<Stage> moveTo(RequestStatus other) {
            return other == RequestStatus.CLOSED ? Optional.of(this) : Optional.empty();
        }
    }
}
