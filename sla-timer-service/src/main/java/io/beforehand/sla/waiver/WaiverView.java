package io.beforehand.sla.waiver;

import io.beforehand.sla.waiver.Waiver.Decision;
import io.beforehand.sla.waiver.Waiver.Decision.Approved;
import io.beforehand.sla.waiver.Waiver.Decision.Pending;
import io.beforehand.sla.waiver.Waiver.Decision.Rejected;
import java.time.Instant;
import java.util.Optional;

/**
 * A waiver as clients see it.
 *
 * @param state {@code pending}, {@code approved} or {@code rejected}
 * @param by who asked for it
 * @param at when it was asked for
 */
public record WaiverView(
        String clock,
        String state,
        String by,
        String reason,
        Instant at,
        Optional<String> approvedBy,
        Optional<String> rejectedBy,
        Optional<Instant> decidedAt) {

    public static WaiverView of(Waiver waiver) {
        Decision decision = waiver.decision();
        return new WaiverView(
                waiver.clock().id(),
                decision.wireName(),
                waiver.by().name(),
                waiver.reason(),
                waiver.at(),
                decision instanceof Approved(Person by, Instant _) ? Optional.of(by.name()) : Optional.empty(),
                decision instanceof Rejected(Person by, Instant _) ? Optional.of(by.name()) : Optional.empty(),
                switch (decision) {
                    case Pending() -> Optional.empty();
                    case Approved(Person _, Instant at) -> Optional.of(at);
                    case Rejected(Person _, Instant at) -> Optional.of(at);
                });
    }
}
