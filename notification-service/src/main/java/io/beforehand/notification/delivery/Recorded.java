package io.beforehand.notification.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An attempt and the state it leads to.
 *
 * @param at when it ended, by the database's clock
 */
record Recorded(Attempted attempted, Instant at, DeliveryState state) {

    Recorded {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static Recorded of(Attempted attempted, Instant at, double random) {
        ClaimedDelivery delivery = attempted.delivery();
        RetrySchedule schedule = RetrySchedule.of(delivery.kind());
        return new Recorded(attempted, at, delivery.state().after(attempted.outcome(), at, schedule, random));
    }

    String id() {
        return attempted.delivery().id();
    }
}
