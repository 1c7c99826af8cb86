package io.beforehand.intake.adapter.line;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event. It comes from a user, a group or a room; in a group not everybody lets himself be known, and then the group is the
 * customer. Older events have no id of their own.
 *
 * @param place where the conversation is: user, group or room
 * @param user missing where he does not let himself be known
 */
record LineEvent(
        String destination,
        @Nullable String place,
        @Nullable String user,
        JsonNode event) {

    static LineEvent of(String destination, JsonNode event) {
        JsonNode source = event.path("source");
        String user = text(source.path("userId"));
        String room = text(source.path("roomId"));
        String group = text(source.path("groupId"));
        String shared = group == null ? room : group;
        return new LineEvent(destination, shared == null ? user : shared, user, event);
    }

    ChannelEvent read() {
        JsonNode message = event.path("message");
        return switch (JsonBody.requiredText(event, "type")) {
            case "message" ->
                LineContent.of(message)
                        .map(content -> said("message:" + id(message), id(message), content))
                        .orElseGet(() -> passedOver(Reason.UNKNOWN_TYPE));
            case "messageEdited" ->
                new ChannelEvent.Edited(
                        origin("edit:" + id(message) + ":" + told(), id(message)),
                        Channel.SOCIAL,
                        id(message),
                        text(message.path("text")));
            case "unsend" -> unsent(JsonBody.requiredText(event.path("unsend"), "messageId"));
            case "postback" ->
                said(
                        "postback:" + told(),
                        null,
                        Content.typed(text(event.path("postback").path("data"))).from(TextOrigin.CHOSEN));
            case "unfollow" ->
                new ChannelEvent.OptedOut(origin("unfollow:" + told(), null), Channel.SOCIAL, follower());
            case "follow" -> new ChannelEvent.OptedIn(origin("follow:" + told(), null), Channel.SOCIAL, follower());
            case "join", "leave", "memberJoined", "memberLeft" -> passedOver(Reason.MEMBERSHIP);
            default -> passedOver(Reason.UNKNOWN_TYPE);
        };
    }

    /**
     * He is answered where he wrote; that is always said, or his last group would get what is for him alone. Events marked as standby
     * are another module's to answer.
     */
    private ChannelEvent said(String key, @Nullable String messageId, Content content) {
        if (place == null) {
            throw new MalformedDeliveryException("a message without a source");
        }
        String customer = user == null ? place : user;
        boolean standby = event.path("mode").asText().equals("standby");
        return new ChannelEvent.Said(
                origin(key, messageId),
                Channel.SOCIAL,
                new Customer(customer, null, null, null, place),
                content.until(standby ? occurredAt() : null));
    }

    private ChannelEvent unsent(String messageId) {
        return new ChannelEvent.Deleted(origin("unsend:" + messageId, messageId), Channel.SOCIAL, messageId);
    }

    /** Who blocked us, so that nothing that we send reaches him, or does not any more. */
    private String follower() {
        if (user == null) {
            throw new MalformedDeliveryException("nobody followed or unfollowed");
        }
        return user;
    }

    private ChannelEvent passedOver(Reason reason) {
        return new PassedOver(origin("event:" + told(), null), reason);
    }

    private Origin origin(String key, @Nullable String messageId) {
        return new Origin(key, deliveryId(), messageId, place == null ? null : destination + "/" + place, occurredAt());
    }

    private static String id(JsonNode message) {
        return JsonBody.requiredText(message, "id");
    }

    /** What this event, and no other, is known by: its own id, or all that it says but the token that is made anew each time. */
    private String told() {
        String id = deliveryId();
        if (id != null) {
            return id;
        }
        JsonNode lasting = event.deepCopy();
        if (lasting instanceof ObjectNode object) {
            object.remove("replyToken");
            object.remove("deliveryContext");
        }
        return Digests.key(JsonBody.write(lasting));
    }

    private @Nullable String deliveryId() {
        return text(event.path("webhookEventId"));
    }

    private @Nullable Instant occurredAt() {
        return JsonBody.millis(event.path("timestamp"));
    }
}
