package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of schema 2.0 or of the one before. Its id is the same in each of its up to five deliveries. */
record LarkEvent(String id, String type, @Nullable Instant createdAt, JsonNode event) {

    static LarkEvent of(JsonNode body) {
        JsonNode header = body.path("header");
        JsonNode event = body.path("event");
        return header.isObject()
                ? new LarkEvent(
                        requiredText(header, "event_id"),
                        requiredText(header, "event_type"),
                        LarkTime.read(header.path("create_time")),
                        event)
                : new LarkEvent(
                        requiredText(body, "uuid"), requiredText(event, "type"), LarkTime.read(body.path("ts")), event);
    }

    List<ChannelEvent> read() {
        return switch (type) {
            case "im.message.receive_v1" -> List.of(LarkMessage.of(this).read());
            case "message" -> List.of(LarkMessage.ofOldSchema(this).read());
            case "im.message.recalled_v1" -> List.of(recalled());
            case "im.message.message_read_v1" -> read(event.path("message_id_list"));
            case "im.message.reaction.created_v1", "im.message.reaction.deleted_v1" ->
                List.of(new PassedOver(delivered(), Reason.REACTION));
            case "im.chat.member.bot.added_v1",
                    "im.chat.member.bot.deleted_v1",
                    "im.chat.member.user.added_v1",
                    "im.chat.member.user.deleted_v1",
                    "im.chat.member.user.withdrawn_v1",
                    "im.chat.access_event.bot_p2p_chat_entered_v1" ->
                List.of(new PassedOver(delivered(), Reason.MEMBERSHIP));
            default -> List.of(new PassedOver(delivered(), Reason.UNKNOWN_TYPE));
        };
    }

    private ChannelEvent recalled() {
        String message = requiredText(event, "message_id");
        Instant at = LarkTime.read(event.path("recall_time"));
        return new ChannelEvent.Deleted(
                new Origin(
                        "delete:" + message,
                        id,
                        message,
                        requiredText(event, "chat_id") + "/" + message,
                        at == null ? createdAt : at),
                Channel.CHAT,
                message);
    }

    /** One event for all messages of ours that somebody has read. */
    private List<ChannelEvent> read(JsonNode messages) {
        Instant at = LarkTime.read(event.path("reader").path("read_time"));
        List<ChannelEvent> receipts = new ArrayList<>();
        for (JsonNode message : messages) {
            String ours = text(message);
            if (ours != null) {
                Origin origin = new Origin("receipt:" + ours + ":read", id, ours, null, at == null ? createdAt : at);
                receipts.add(new ChannelEvent.Receipt(origin, Channel.CHAT, "read", null));
            }
        }
        return receipts.isEmpty() ? List.of(new PassedOver(delivered(), Reason.UNKNOWN_TYPE)) : receipts;
    }

    private Origin delivered() {
        return new Origin("delivery:" + id, id, null, null, createdAt);
    }
}
