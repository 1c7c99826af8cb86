package io.beforehand.notification.delivery;

import java.time.Instant;

/**
 * A delivery that waits for its moment.
 *
 * @param destination the key of its {@link Destination}
 */
public record DueDelivery(String id, int partition, String destination, Instant dueAt) {

    DueDelivery at(Instant moment) {
        return new DueDelivery(id, partition, destination, moment);
    }
}
