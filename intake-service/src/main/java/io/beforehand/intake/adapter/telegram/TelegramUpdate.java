package io.beforehand.intake.adapter.telegram;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.TextOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An update: its number, by which a retry is known, and one field that says what happened. */
record TelegramUpdate(String number, JsonNode update) {

    static TelegramUpdate of(JsonNode body) {
        return new TelegramUpdate(JsonBody.requiredText(body, "update_id"), body);
    }

    List<ChannelEvent> read() {
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            if (!field.getKey().equals("update_id")) {
                return read(field.getKey(), field.getValue());
            }
        }
        return List.of(passedOver(Reason.UNKNOWN_TYPE));
    }

    private List<ChannelEvent> read(String type, JsonNode what) {
        return switch (type) {
            case "message", "business_message" -> List.of(new TelegramMessage(number, what).read());
            case "edited_message", "edited_business_message" -> List.of(new TelegramMessage(number, what).edited());
            case "deleted_business_messages" -> deleted(what);
            case "callback_query" -> List.of(pressed(what));
            case "my_chat_member" -> List.of(membership(what));
            case "channel_post", "edited_channel_post" -> List.of(passedOver(Reason.ECHO));
            case "chat_member", "chat_join_request" -> List.of(passedOver(Reason.MEMBERSHIP));
            case "message_reaction", "message_reaction_count" -> List.of(passedOver(Reason.REACTION));
            default -> List.of(passedOver(Reason.UNKNOWN_TYPE));
        };
    }

    /** A button under a message of ours; or of an inline message, which is in no chat that we see. */
    private ChannelEvent pressed(JsonNode query) {
        String id = JsonBody.requiredText(query, "id");
        JsonNode under = query.path("message");
        TelegramMessage message = new TelegramMessage(number, under);
        boolean inChat = under.isObject();
        String data = text(query.path("data"));
        String presser = JsonBody.requiredText(query.path("from"), "id");
        Content content = Content.typed(data == null ? text(query.path("game_short_name")) : data)
                .from(TextOrigin.CHOSEN)
                .answering(inChat ? message.id() : null);
        return new ChannelEvent.Said(
                new Origin("callback:" + id, number, "callback:" + id, inChat ? message.conversation() : presser, null),
                Channel.SOCIAL,
                TelegramMessage.customer(query.path("from"), inChat ? message.chat() : presser),
                content);
    }

    /** Only bots of a business account hear of what was taken back. */
    private List<ChannelEvent> deleted(JsonNode deleted) {
        List<ChannelEvent> events = new ArrayList<>();
        TelegramMessage place = new TelegramMessage(number, deleted);
        for (JsonNode messageId : deleted.path("message_ids")) {
            String id = place.place() + "/" + text(messageId);
            events.add(new ChannelEvent.Deleted(
                    new Origin("delete:" + id, number, id, place.conversation(), null), Channel.SOCIAL, id));
        }
        return events;
    }

    /** Whoever blocks the bot in his own chat with it does not want to hear from us, until he lets it write again. */
    private ChannelEvent membership(JsonNode change) {
        if (!change.path("chat").path("type").asText().equals("private")) {
            return passedOver(Reason.MEMBERSHIP);
        }
        String chat = JsonBody.requiredText(change.path("chat"), "id");
        return switch (change.path("new_chat_member").path("status").asText()) {
            case "kicked" -> new ChannelEvent.OptedOut(origin("blocked:", chat, change), Channel.SOCIAL, chat);
            case "member" -> new ChannelEvent.OptedIn(origin("unblocked:", chat, change), Channel.SOCIAL, chat);
            default -> passedOver(Reason.MEMBERSHIP);
        };
    }

    private Origin origin(String what, String chat, JsonNode change) {
        return new Origin(what + number, number, null, chat, JsonBody.seconds(change.path("date")));
    }

    private ChannelEvent passedOver(Reason reason) {
        return new PassedOver(new Origin("event:" + number, number, null, null, null), reason);
    }
}
