package io.beforehand.intake.adapter.teams;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity. Its id is unique within its conversation; one that edits or deletes has the id of what it is about. The bot may be
 * reached by other channels as well, such as a Web Chat in which anybody is whoever he says: those are none of this account's.
 */
record Activity(
        JsonNode body,
        String conversation,
        @Nullable String id,
        @Nullable Instant at) {

    private static final String TEAMS = "msteams";

    static Activity of(JsonNode body) {
        return new Activity(
                body,
                requiredText(body.path("conversation"), "id"),
                text(body.path("id")),
                JsonBody.iso(body.path("timestamp")));
    }

    ChannelEvent read() {
        if (!channel().equals(TEAMS)) {
            return passedOver(Reason.OTHER_ACCOUNT);
        }
        return switch (requiredText(body, "type")) {
            case "message" -> message();
            case "messageUpdate" -> updated(requiredId());
            case "messageDelete" -> deleted(requiredId());
            case "messageReaction" -> passedOver(Reason.REACTION);
            case "conversationUpdate", "installationUpdate", "contactRelationUpdate", "endOfConversation" ->
                passedOver(Reason.MEMBERSHIP);
            case "typing" -> passedOver(Reason.TYPING);
            default -> passedOver(Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent message() {
        String id = requiredId();
        Origin origin = new Origin("message:" + known(id), id, inConversation(id), conversation, at);
        if (isBot()) {
            return new PassedOver(origin, Reason.BOT);
        }
        String answered = text(body.path("replyToId"));
        return new ChannelEvent.Said(
                origin,
                Channel.CHAT,
                new Customer(
                        customer(),
                        text(body.path("from").path("name")),
                        null,
                        text(body.path("locale")),
                        ServiceUrl.answersTo(body, conversation)),
                ActivityContent.read(body).answering(answered == null ? null : inConversation(answered)));
    }

    private ChannelEvent updated(String id) {
        String how = event();
        Origin origin = new Origin(
                "edit of " + Digests.key(conversation) + ":" + channel() + "|" + id + "|" + how + "|"
                        + text(body.path("timestamp")),
                null,
                inConversation(id),
                conversation,
                at);
        return isBot()
                ? new PassedOver(origin, Reason.BOT)
                : new ChannelEvent.Edited(
                        origin,
                        Channel.CHAT,
                        inConversation(id),
                        ActivityContent.read(body).text());
    }

    private ChannelEvent deleted(String id) {
        Origin origin = new Origin("delete:" + known(id), null, inConversation(id), conversation, at);
        return isBot()
                ? new PassedOver(origin, Reason.BOT)
                : new ChannelEvent.Deleted(origin, Channel.CHAT, inConversation(id));
    }

    private ChannelEvent passedOver(Reason reason) {
        String known = id == null ? requiredText(body, "type") + "|" + text(body.path("timestamp")) : id;
        return new PassedOver(new Origin("delivery:" + known, id, null, conversation, at), reason);
    }

    private boolean isBot() {
        JsonNode from = body.path("from");
        String sender = text(from.path("id"));
        return "bot".equals(text(from.path("role"))) || sender != null && sender.startsWith("28:");
    }

    /** Whom the directory knows goes by his id there, which is the same for all bots. */
    private String customer() {
        String directoryId = text(body.path("from").path("aadObjectId"));
        if (directoryId == null) {
            return requiredText(body.path("from"), "id");
        }
        String tenant = text(body.path("conversation").path("tenantId"));
        if (tenant == null) {
            tenant = text(body.path("channelData").path("tenant").path("id"));
        }
        return tenant == null ? directoryId : tenant + "/" + directoryId;
    }

    private String known(String activity) {
        return channel() + "|" + inConversation(activity);
    }

    /** By what a message is known among all messages of the account. */
    private String inConversation(String activity) {
        return conversation + "|" + activity;
    }

    private String channel() {
        return requiredText(body, "channelId");
    }

    private String event() {
        String event = text(body.path("channelData").path("eventType"));
        return event == null ? "" : event;
    }

    private String requiredId() {
        return requiredText(body, "id");
    }
}
