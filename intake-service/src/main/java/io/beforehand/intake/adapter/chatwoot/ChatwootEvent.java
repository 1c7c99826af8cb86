package io.beforehand.intake.adapter.chatwoot;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.signature.Digests;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event: its name, and beside it the fields of the message or conversation that it is about. */
record ChatwootEvent(String name, JsonNode body, @Nullable String deliveryId) {

    static ChatwootEvent of(JsonNode body, @Nullable String deliveryId) {
        return new ChatwootEvent(JsonBody.requiredText(body, "event"), body, deliveryId);
    }

    ChannelEvent read() {
        return switch (name) {
            case "message_created" -> new ChatwootMessage(this).created();
            case "message_updated" -> new ChatwootMessage(this).updated();
            case "conversation_status_changed" -> statusChanged();
            case "conversation_typing_on", "conversation_typing_off" -> passedOver(Reason.TYPING);
            default -> passedOver(Reason.UNKNOWN_TYPE);
        };
    }

    /** Snoozed is put off by us; pending is Chatwoot's word for what a bot or an agent left waiting. */
    private ChannelEvent statusChanged() {
        Optional<RequestStatus> status =
                switch (body.path("status").asText()) {
                    case "open" -> Optional.of(RequestStatus.OPEN);
                    case "pending" -> Optional.of(RequestStatus.PENDING);
                    case "snoozed" -> Optional.of(RequestStatus.ON_HOLD);
                    case "resolved" -> Optional.of(RequestStatus.RESOLVED);
                    default -> Optional.empty();
                };
        String account = account();
        String conversation = text(body.path("id"));
        if (status.isEmpty() || account == null || conversation == null) {
            return passedOver(Reason.UNKNOWN_TYPE);
        }
        JsonNode changedAt = body.path(body.has("updated_at") ? "updated_at" : "timestamp");
        String moment = text(changedAt);
        Origin origin = new Origin(
                name + "|" + conversation + "|" + status.get().wireName() + "|" + (moment == null ? told() : moment),
                deliveryId,
                null,
                account + "/" + conversation,
                ChatwootTime.of(changedAt));
        return new ChannelEvent.StatusTold(origin, Channel.CHAT, status.get(), null);
    }

    /** Events about a conversation name the account in its messages only. */
    @Nullable
    String account() {
        String account = text(body.path("account").path("id"));
        if (account == null) {
            account = text(body.path("account_id"));
        }
        return account == null ? text(body.path("messages").path(0).path("account_id")) : account;
    }

    private ChannelEvent passedOver(Reason reason) {
        return new PassedOver(new Origin("event:" + told(), deliveryId, null, null, null), reason);
    }

    private String told() {
        return deliveryId == null ? Digests.key(JsonBody.write(body)) : deliveryId;
    }
}
