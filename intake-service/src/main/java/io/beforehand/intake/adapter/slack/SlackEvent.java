package io.beforehand.intake.adapter.slack;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.request.core.Attachment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of the Events API. A message has no id but its channel and time stamp, under which an app that listens to mentions and
 * to messages is told of it twice.
 */
record SlackEvent(String team, String deliveryId, JsonNode event) {

    /** Subtypes that are messages of people all the same. */
    private static final Set<String> SPOKEN = Set.of("", "file_share", "thread_broadcast", "me_message");

    static SlackEvent of(JsonNode body) {
        return new SlackEvent(
                JsonBody.requiredText(body, "team_id"), JsonBody.requiredText(body, "event_id"), body.path("event"));
    }

    ChannelEvent read() {
        String type = word(event.path("type"));
        return switch (type) {
            case "message", "app_mention" -> message();
            case "reaction_added", "reaction_removed" ->
                new PassedOver(about(event.path("item"), stamped(event.path("event_ts"))), Reason.REACTION);
            default -> new PassedOver(delivered(), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent message() {
        String subtype = word(event.path("subtype"));
        return switch (subtype) {
            case "message_changed" -> changed(event.path("message"));
            case "message_deleted" -> deleted();
            default -> {
                if (!event.path("bot_id").isMissingNode() || subtype.equals("bot_message")) {
                    yield new PassedOver(origin(event, "echo"), Reason.ECHO);
                }
                yield SPOKEN.contains(subtype) ? said() : new PassedOver(delivered(), Reason.MEMBERSHIP);
            }
        };
    }

    private ChannelEvent said() {
        Content content = Content.typed(text(event.path("text"))).with(files(event.path("files")));
        return new ChannelEvent.Said(origin(event, "message"), Channel.CHAT, customer(event), content);
    }

    /** Slack also reports a message as changed when it shows a preview of a link in it. */
    private ChannelEvent changed(JsonNode message) {
        if (message.path("edited").isMissingNode()) {
            return new PassedOver(origin(message, "unfurl:" + deliveryId), Reason.UNFURL);
        }
        if (!message.path("bot_id").isMissingNode()) {
            return new PassedOver(origin(message, "echo:" + deliveryId), Reason.ECHO);
        }
        JsonNode edited = message.path("edited").path("ts");
        Origin edit = origin(message, "edit:" + word(edited));
        String messageId = channel() + "/" + JsonBody.requiredText(message, "ts");
        return new ChannelEvent.Edited(
                new Origin(edit.key(), deliveryId, messageId, edit.conversation(), wholeSeconds(edited)),
                Channel.CHAT,
                messageId,
                text(message.path("text")));
    }

    private ChannelEvent deleted() {
        String retracted = JsonBody.requiredText(event, "deleted_ts");
        String messageId = channel() + "/" + retracted;
        String thread = text(event.path("previous_message").path("thread_ts"));
        return new ChannelEvent.Deleted(
                new Origin(
                        "delete:" + messageId,
                        deliveryId,
                        messageId,
                        conversation(thread == null ? retracted : thread),
                        wholeSeconds(event.path("ts"))),
                Channel.CHAT,
                messageId);
    }

    private Origin origin(JsonNode message, String what) {
        String stamp = JsonBody.requiredText(message, "ts");
        String thread = text(message.path("thread_ts"));
        String messageId = channel() + "/" + stamp;
        return new Origin(
                what + ":" + messageId,
                deliveryId,
                messageId,
                conversation(thread == null ? stamp : thread),
                stamped(message.path("ts")));
    }

    /** Of what happened to a message, in no conversation of its own. */
    private Origin about(JsonNode item, @Nullable Instant when) {
        return new Origin(
                "delivery:" + deliveryId,
                deliveryId,
                word(item.path("channel")) + "/" + word(item.path("ts")),
                null,
                when);
    }

    private Origin delivered() {
        return new Origin("delivery:" + deliveryId, deliveryId, null, null, null);
    }

    private String channel() {
        return JsonBody.requiredText(event, "channel");
    }

    private String conversation(String thread) {
        return team + "/" + channel() + "/" + thread;
    }

    /** Guests from another workspace are of that team. */
    private Customer customer(JsonNode message) {
        String guestOf = text(message.path("user_team"));
        String id = (guestOf == null ? team : guestOf) + "/" + JsonBody.requiredText(message, "user");
        return new Customer(id, null, null, null, null);
    }

    private static List<Attachment> files(JsonNode files) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : files) {
            attachments.add(new Attachment(
                    text(file.path("name")),
                    text(file.path("mimetype")),
                    JsonBody.number(file.path("size")).orElse(null),
                    text(file.path("url_private")),
                    text(file.path("id"))));
        }
        return attachments;
    }

    /** Seconds with six places; what is shown of a message are milliseconds. */
    private static @Nullable Instant stamped(JsonNode stamp) {
        String text = text(stamp);
        if (text == null || !text.matches("[0-9]{1,11}(\\.[0-9]{1,9})?")) {
            return null;
        }
        return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }

    private static @Nullable Instant wholeSeconds(JsonNode stamp) {
        Instant instant = stamped(stamp);
        return instant == null ? null : Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static String word(JsonNode node) {
        String text = text(node);
        return text == null ? "" : text;
    }
}
