package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.JsonBody;

/** One element of {@code statuses}: what became of a message of ours. They come in any order, and before our own call returns. */
final class WhatsAppStatus {

    private WhatsAppStatus() {}

    static ChannelEvent read(JsonNode value, JsonNode status) {
        String state = JsonBody.requiredText(status, "status");
        Origin origin = origin(value, status, state);
        return switch (state) {
            case "sent", "delivered", "read", "failed" ->
                new Receipt(
                        origin,
                        Channel.SOCIAL,
                        state,
                        text(status.path("errors").path(0).path("code")));
            case "played" -> new Receipt(origin, Channel.SOCIAL, "read", null);
            default -> new PassedOver(origin, Reason.UNKNOWN_TYPE);
        };
    }

    private static Origin origin(JsonNode value, JsonNode status, String state) {
        String id = JsonBody.requiredText(status, "id");
        String recipient =
                WhatsAppContact.first(text(status.path("recipient_id")), text(status.path("recipient_user_id")));
        if (recipient == null) {
            recipient = WhatsAppContact.id(WhatsAppContact.of(value.path("contacts"), null));
        }
        String number = JsonBody.requiredText(value.path("metadata"), "phone_number_id");
        return new Origin(
                "receipt:" + id + "|" + state,
                null,
                id,
                recipient == null ? null : number + "/" + recipient,
                MetaFields.time(status.path("timestamp")));
    }
}
