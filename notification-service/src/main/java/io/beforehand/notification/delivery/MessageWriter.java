package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Writes the messages of deliveries that were stored before there was anything to say. */
public interface MessageWriter {

    /** The kind of deliveries that it writes. */
    DeliveryKind kind();

    /**
     * Writes and stores each message with what is known now. Those that cannot be written by this replica, or have been in
     * the meantime, are left out of the answer.
     */
    Uni<List<ClaimedDelivery>> write(List<ClaimedDelivery> deliveries);
}
