package io.beforehand.intake.adapter.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.email.MailReceipt;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a webhook tells of a mail of ours. Its id is only unique within a day, so the time belongs to it. */
record MailEvent(JsonNode event, MailReceipt receipt) {

    static MailEvent of(JsonNode body) {
        JsonNode event = body.path("event-data");
        if (!event.isObject()) {
            throw new MalformedDeliveryException("event-data is missing");
        }
        String id = JsonBody.requiredText(event, "id");
        String time = JsonBody.text(event.path("timestamp"));
        String messageId = MailReceipt.bare(JsonBody.text(event.at("/message/headers/message-id")));
        return new MailEvent(
                event, new MailReceipt(id + ":" + time, id, messageId, messageId, instant(event.path("timestamp"))));
    }

    ChannelEvent read() {
        return switch (JsonBody.requiredText(event, "event")) {
            case "accepted" -> receipt.told(MailReceipt.SENT, null);
            case "delivered" -> receipt.told(MailReceipt.DELIVERED, null);
            case "failed" ->
                receipt.told(
                        "permanent".equals(JsonBody.text(event.path("severity")))
                                ? MailReceipt.BOUNCED_HARD
                                : MailReceipt.BOUNCED_SOFT,
                        JsonBody.text(event.at("/delivery-status/code")));
            case "rejected" -> receipt.told(MailReceipt.FAILED, null);
            case "complained" -> receipt.told(MailReceipt.COMPLAINT, null);
            case "opened", "clicked" -> receipt.told(MailReceipt.READ, null);
            case "unsubscribed" -> receipt.optedOut(JsonBody.requiredText(event, "recipient"));
            default -> receipt.passedOver();
        };
    }

    /** Seconds with a fraction; what is shown are milliseconds. */
    private static @Nullable Instant instant(JsonNode seconds) {
        String text = JsonBody.text(seconds);
        return text != null && text.matches("[0-9]{1,11}(\\.[0-9]{1,12})?")
                ? Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue())
                : null;
    }
}
