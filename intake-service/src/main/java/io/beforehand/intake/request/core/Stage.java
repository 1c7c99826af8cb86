package io.beforehand.intake.request.core;

import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * A live request goes freely from one live status to another, and from waiting for one party to waiting for another; it may be
 * closed without having been resolved, as spam is. A customer who writes brings one that waits for him (pending) back to open; one
 * on hold waits for somebody else and stays.
 *
 * <p>A resolved request is reopened by whoever sets its status, and by its customer within the time of {@link Reopening}; what he
 * writes later opens another that is linked to it. A closed one stays closed, whoever sets its status; its customer reopens it
 * only where a time for that is set, or where his channel has no threads. One that is merged into another is closed by that and
 * never reopened: what its customer writes goes into the other.
 */
public sealed interface Stage {

    RequestStatus status();

    /**
     * The stage after somebody set that status; empty if it cannot be reached from here.
     *
     * @param party whom it waits for from then on, if that was said
     */
    Optional<Stage> moveTo(RequestStatus status, @Nullable Party party);

    /** @param party whom it waits for, if that was said */
    static Stage of(RequestStatus status, @Nullable Party party) {
        return switch (status) {
            case OPEN -> Live.OPEN;
            case PENDING, ON_HOLD -> new Live(status, party);
            case RESOLVED -> new Resolved();
            case CLOSED -> new Closed();
        };
    }

    /**
     * Worked on, or waiting for somebody.
     *
     * @param waitsFor whom it waits for; null if it waits for nobody, or it was not said for whom
     */
    record Live(RequestStatus status, @Nullable Party waitsFor) implements Stage {

        static final Live OPEN = new Live(RequestStatus.OPEN, null);

        /** The same status without a word of whom it waits for says nothing new. */
        @Override
        public Optional<Stage> moveTo(RequestStatus other, @Nullable Party party) {
            return Optional.of(other == status && party == null ? this : Stage.of(other, party));
        }

        /** There is something to do again for a pending one, whoever it waited for; one on hold stays with whoever holds it up. */
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
        public Optional<Stage> moveTo(RequestStatus other, @Nullable Party party) {
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
        public Optional<Stage> moveTo(RequestStatus other, @Nullable Party party) {
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
        public Optional<Stage> moveTo(RequestStatus other, @Nullable Party party) {
            return other == RequestStatus.CLOSED ? Optional.of(this) : Optional.empty();
        }
    }
}
