package io.beforehand.intake.adapter.telegram;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message. Its number is unique within its chat only, and a business account's chats are other ones than the bot's own, with the
 * same numbers. Who wrote it is {@code from}, never whom it was forwarded from.
 */
record TelegramMessage(String deliveryId, JsonNode message) {

    /** What Telegram itself puts into a chat. */
    private static final Set<String> NOTICES = Set.of(
            "new_chat_members",
            "left_chat_member",
            "new_chat_title",
            "new_chat_photo",
            "delete_chat_photo",
            "group_chat_created",
            "supergroup_chat_created",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
            "pinned_message",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_closed",
            "forum_topic_reopened");

    ChannelEvent read() {
        if (isByMachine()) {
            return new PassedOver(origin("message", "date"), Reason.BOT);
        }
        Content content = TelegramContent.of(message).orElse(null);
        if (content == null) {
            boolean notice = NOTICES.stream().anyMatch(message::has);
            return new PassedOver(origin("message", "date"), notice ? Reason.MEMBERSHIP : Reason.UNKNOWN_TYPE);
        }
        if (isOurs()) {
            JsonNode from = message.path("from");
            Author agent = new Author(AuthorKind.AGENT, text(from.path("id")), name(from));
            return new ChannelEvent.Answered(
                    origin("message", "date"), Channel.SOCIAL, agent, Visibility.PUBLIC, content.text());
        }
        return new ChannelEvent.Said(
                origin("message", "date"),
                Channel.SOCIAL,
                customer(message.path("from"), chat()),
                content.answering(inReplyTo()));
    }

    /** Places that somebody shares live come as edits without a text. */
    ChannelEvent edited() {
        Origin origin = origin("edit:update:" + deliveryId, "edit_date");
        if (isByMachine() || isOurs()) {
            return new PassedOver(origin, isOurs() ? Reason.ECHO : Reason.BOT);
        }
        if (!message.has("text") && !message.has("caption")) {
            return new PassedOver(origin, Reason.UNKNOWN_TYPE);
        }
        String text = TelegramContent.of(message).map(Content::text).orElse(null);
        return new ChannelEvent.Edited(origin, Channel.SOCIAL, id(), text);
    }

    String id() {
        return place() + "/" + JsonBody.requiredText(message, "message_id");
    }

    String conversation() {
        String topic = text(message.path("message_thread_id"));
        return topic != null && message.path("is_topic_message").asBoolean() ? place() + "/" + topic : place();
    }

    /** The chat, and by which business account it is seen if by any. */
    String place() {
        String connection = text(message.path("business_connection_id"));
        return connection == null ? chat() : connection + "/" + chat();
    }

    String chat() {
        return JsonBody.requiredText(message.path("chat"), "id");
    }

    /** What is said in a group is answered in the group, what he says alone to him: always said, or the last one would count. */
    static Customer customer(JsonNode from, String chat) {
        return new Customer(
                JsonBody.requiredText(from, "id"), name(from), null, text(from.path("language_code")), chat);
    }

    private static @Nullable String name(JsonNode from) {
        String name = Stream.of(text(from.path("first_name")), text(from.path("last_name")))
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** Bots, ours among them, and channels that speak in their own name. */
    private boolean isByMachine() {
        return message.path("from").path("is_bot").asBoolean()
                || message.has("via_bot")
                || message.has("sender_chat")
                || message.has("sender_business_bot");
    }

    /** In the chats of a business account whoever is not the other side is us. */
    private boolean isOurs() {
        return message.has("business_connection_id")
                && !chat().equals(text(message.path("from").path("id")));
    }

    private @Nullable String inReplyTo() {
        JsonNode replied = message.path("reply_to_message");
        if (!replied.isObject()) {
            return null;
        }
        String connection = text(message.path("business_connection_id"));
        String id = text(replied.path("chat").path("id")) + "/" + text(replied.path("message_id"));
        return connection == null ? id : connection + "/" + id;
    }

    private Origin origin(String what, String time) {
        return new Origin(what + ":" + id(), deliveryId, id(), conversation(), JsonBody.seconds(message.path(time)));
    }
}
