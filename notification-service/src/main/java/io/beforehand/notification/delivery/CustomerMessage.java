package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import io.beforehand.notification.request.Correspondence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a webhook outlet is sent. */
public record CustomerMessage(
        String deliveryId,
        DeliveryKind kind,
        String requestId,
        String number,
        String conversation,
        String address,
        String locale,
        String text,
        @Nullable Instant expectedBy) {

    /** A message to the customer of a request. */
    public static CustomerMessage to(
            Correspondence customer,
            String requestId,
            String deliveryId,
            DeliveryKind kind,
            String text,
            @Nullable Instant expectedBy) {
        return new CustomerMessage(
                deliveryId,
                kind,
                requestId,
                customer.number(),
                customer.conversation(),
                customer.address(),
                customer.language().tag(),
                text,
                expectedBy);
    }
}
