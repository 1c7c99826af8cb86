package io.beforehand.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.DeliveryKind;
import java.util.UUID;

/**
 * Ids of deliveries. Those to customers follow from what they deliver: even after a database was restored to an earlier
 * state and sends again, the receiver sees the id it has seen before.
 */
public final class DeliveryId {

    private static final UUID NAMESPACE = UUID.fromString("5f0b1d4e-7a63-5d0c-9f0e-3c1b6a2d8e47");

    private DeliveryId() {}

    public static String ofAcknowledgement(String requestId) {
        return of(DeliveryKind.ACKNOWLEDGEMENT, requestId, "");
    }

    public static String ofReply(String requestId, String messageId) {
        return of(DeliveryKind.REPLY, requestId, messageId);
    }

    /** @param number which of the request's updates, from 1 */
    public static String ofUpdate(String requestId, int number) {
        return of(DeliveryKind.UPDATE, requestId, Integer.toString(number));
    }

    /** An id that no other delivery has. */
    public static String random() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    private static String of(DeliveryKind kind, String requestId, String key) {
        String name = kind.wireName() + "\n" + requestId + "\n" + key;
        return UuidCreator.getNameBasedSha1(NAMESPACE, name).toString();
    }
}
