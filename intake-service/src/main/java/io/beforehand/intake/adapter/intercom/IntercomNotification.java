package io.beforehand.intake.adapter.intercom;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification: a topic, and the conversation as it is now. What is new in it are its parts; what began it is its source. An app
 * may be installed in several workspaces, so the workspace is part of the conversation.
 */
record IntercomNotification(String id, String topic, JsonNode body, JsonNode item) {

    static IntercomNotification of(JsonNode body) {
        return new IntercomNotification(
                JsonBody.requiredText(body, "id"),
                JsonBody.requiredText(body, "topic"),
                body,
                body.path("data").path("item"));
    }

    List<ChannelEvent> read() {
        return switch (topic) {
            case "conversation.user.created", "conversation.admin.single.created" ->
                List.of(new IntercomMessage(this, item.path("source"), item.path("created_at")).read());
            case "conversation.user.replied", "conversation.admin.replied", "conversation.operator.replied" -> parts();
            case "conversation.admin.closed" -> changed(RequestStatus.RESOLVED);
            case "conversation.admin.opened", "conversation.admin.unsnoozed" -> changed(RequestStatus.OPEN);
            case "conversation.admin.snoozed" -> changed(RequestStatus.ON_HOLD);
            case "conversation.admin.noted" -> List.of(passedOver(Reason.PRIVATE_NOTE));
            default -> List.of(passedOver(Reason.UNKNOWN_TYPE));
        };
    }

    private List<ChannelEvent> parts() {
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode part : item.path("conversation_parts").path("conversation_parts")) {
            events.add(new IntercomMessage(this, part, part.path("created_at")).read());
        }
        return events.isEmpty() ? List.of(passedOver(Reason.UNKNOWN_TYPE)) : events;
    }

    /** Whoever closes a conversation may say something with it, and customers see that. */
    private List<ChannelEvent> changed(RequestStatus status) {
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode part : item.path("conversation_parts").path("conversation_parts")) {
            if (text(part.path("body")) != null) {
                events.add(new IntercomMessage(this, part, part.path("created_at")).read());
            }
        }
        events.add(new ChannelEvent.StatusTold(origin("status:" + id, null, time()), Channel.CHAT, status, null));
        return events;
    }

    private ChannelEvent passedOver(Reason reason) {
        return new PassedOver(origin("event:" + id, null, time()), reason);
    }

    Origin origin(String key, @Nullable String messageId, @Nullable Instant at) {
        String workspace = text(body.path("app_id"));
        String conversation = text(item.path("id"));
        return new Origin(
                key,
                id,
                messageId,
                workspace == null || conversation == null ? null : workspace + "/" + conversation,
                at);
    }

    private @Nullable Instant time() {
        return JsonBody.seconds(body.path("created_at"));
    }
}
