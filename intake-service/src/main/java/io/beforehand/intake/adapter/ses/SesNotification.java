package io.beforehand.intake.adapter.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.nio.charset.StandardCharsets;

/** What SES has SNS say. */
interface SesNotification {

    ChannelEvent read();

    /** SES also sends plain sentences, such as that a topic works. */
    static SesNotification of(SnsMessage message) {
        String pushId = message.text("MessageId");
        if (message.type() != SnsMessage.Type.NOTIFICATION) {
            return unknown(message);
        }
        JsonNode told;
        try {
            told = JsonBody.object(message.text("Message").getBytes(StandardCharsets.UTF_8));
        } catch (MalformedDeliveryException _) {
            return unknown(message);
        }
        String type = JsonBody.text(told.has("eventType") ? told.path("eventType") : told.path("notificationType"));
        if (type == null) {
            return unknown(message);
        }
        return type.equals("Received") ? new Received(told, pushId) : Sent.of(told, type, pushId);
    }

    private static SesNotification unknown(SnsMessage message) {
        String pushId = message.text("MessageId");
        return () -> new PassedOver(
                new Origin(
                        "push:" + pushId,
                        pushId,
                        null,
                        null,
                        message.timestamp().orElse(null)),
                PassedOver.Reason.UNKNOWN_TYPE);
    }
}
