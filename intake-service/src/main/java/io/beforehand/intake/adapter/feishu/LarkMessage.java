package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param byUser whether a person wrote it, and not an app
 * @param parent the message that it answers
 */
record LarkMessage(
        Origin origin,
        String sender,
        boolean byUser,
        @Nullable String parent,
        Content content) {

    static LarkMessage of(LarkEvent event) {
        JsonNode message = event.event().path("message");
        JsonNode sender = event.event().path("sender");
        boolean byUser = "user".equals(text(sender.path("sender_type")));
        String openId = text(sender.path("sender_id").path("open_id"));
        Instant at = LarkTime.read(message.path("create_time"));
        String id = requiredText(message, "message_id");
        return new LarkMessage(
                new Origin(
                        "message:" + id,
                        event.id(),
                        id,
                        conversation(message, id),
                        at == null ? event.createdAt() : at),
                openId == null && !byUser ? "" : requiredText(sender.path("sender_id"), "open_id"),
                byUser,
                text(message.path("parent_id")),
                LarkContent.read(
                        requiredText(message, "message_type"),
                        text(message.path("content")),
                        message.path("mentions")));
    }

    /** Before schema 2.0 the text was given as it is, and only people wrote to apps. */
    static LarkMessage ofOldSchema(LarkEvent event) {
        JsonNode message = event.event();
        String id = requiredText(message, "open_message_id");
        String chat = requiredText(message, "open_chat_id");
        String root = text(message.path("root_id"));
        String withoutMention = text(message.path("text_without_at_bot"));
        String said = withoutMention == null ? text(message.path("text")) : withoutMention.strip();
        boolean alone = "private".equals(text(message.path("chat_type")));
        return new LarkMessage(
                new Origin(
                        "message:" + id,
                        event.id(),
                        id,
                        alone ? chat : chat + "/" + (root == null ? id : root),
                        event.createdAt()),
                requiredText(message, "open_id"),
                true,
                text(message.path("parent_id")),
                Content.typed(said).with(LarkContent.files(message)));
    }

    ChannelEvent read() {
        return byUser
                ? new ChannelEvent.Said(
                        origin, Channel.CHAT, new Customer(sender, null, null, null, null), content.answering(parent))
                : new PassedOver(origin, Reason.ECHO);
    }

    /** In a group the first message of a thread gives it its name; with one person alone there are no threads. */
    private static String conversation(JsonNode message, String id) {
        String chat = requiredText(message, "chat_id");
        if ("p2p".equals(text(message.path("chat_type")))) {
            return chat;
        }
        String thread = text(message.path("thread_id"));
        String root = text(message.path("root_id"));
        return chat + "/" + (thread != null ? thread : root != null ? root : id);
    }
}
