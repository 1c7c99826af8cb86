package io.beforehand.intake.adapter.amazonconnect;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a contact, in EventBridge's envelope or without. A transfer makes a new contact of the same conversation, which is named
 * by the first. An agent who takes it is the first response.
 */
record ContactEvent(JsonNode contact, String id, @Nullable String deliveryId) {

    private static final Author CONNECT = new Author(AuthorKind.SYSTEM, "amazon-connect", null);
    private static final Set<String> OUTGOING = Set.of("OUTBOUND", "EXTERNAL_OUTBOUND", "CALLBACK", "MONITOR");

    static ContactEvent of(JsonNode body) {
        JsonNode detail = body.path("detail");
        JsonNode contact = detail.isObject() ? detail : body;
        String id = text(Endpoints.field(contact, "contactId"));
        return new ContactEvent(contact, id == null ? "" : id, detail.isObject() ? text(body.path("id")) : null);
    }

    ChannelEvent read() {
        String type = text(Endpoints.field(contact, "eventType"));
        if (id.isEmpty() || type == null) {
            return new PassedOver(other(), Reason.UNKNOWN_TYPE);
        }
        return switch (type) {
            case "INITIATED" -> noted(type, time(contact, "initiationTimestamp"), "initiated");
            case "CONNECTED_TO_SYSTEM" -> noted(type, time(contact, "connectedToSystemTimestamp"), "connected");
            case "QUEUED" -> noted(type, time(queue(), "enqueueTimestamp"), "queued");
            case "CONNECTED_TO_AGENT" -> answered(type);
            case "DISCONNECTED" -> isMissed() ? missed(type) : noted(type, ended(), "ended");
            default -> new PassedOver(origin(type, null), Reason.UNKNOWN_TYPE);
        };
    }

    /** What is no call is noted in its own channel. */
    private ChannelEvent noted(String type, @Nullable Instant at, String note) {
        Channel channel = Endpoints.channel(contact);
        return channel == Channel.VOICE
                ? new ChannelEvent.CallNoted(origin(type, at), "call-" + note)
                : new ChannelEvent.Answered(origin(type, at), channel, CONNECT, Visibility.INTERNAL, "contact-" + note);
    }

    private ChannelEvent answered(String type) {
        return new ChannelEvent.Answered(
                origin(type, time(agent(), "connectedToAgentTimestamp")),
                Endpoints.channel(contact),
                new Author(AuthorKind.AGENT, text(Endpoints.field(agent(), "agentArn")), null),
                Visibility.PUBLIC,
                null);
    }

    /** It waited for an agent, and none came. Whoever hung up before a queue was served by the menu, or changed his mind. */
    private boolean isMissed() {
        String how = text(Endpoints.field(contact, "initiationMethod"));
        return queue().isObject() && !agent().isObject() && !OUTGOING.contains(how == null ? "" : how);
    }

    private ChannelEvent missed(String type) {
        if (Endpoints.channel(contact) != Channel.VOICE) {
            return noted(type, ended(), "abandoned");
        }
        String address = Endpoints.address(contact);
        Instant queued = time(queue(), "enqueueTimestamp");
        Instant ended = ended();
        return new ChannelEvent.CallMissed(
                origin(type, ended),
                address == null ? null : new Customer(address, null, null, null, null),
                queued == null || ended == null || ended.isBefore(queued) ? null : Duration.between(queued, ended));
    }

    private Origin origin(String type, @Nullable Instant at) {
        String initial = text(Endpoints.field(contact, "initialContactId"));
        return new Origin("call:" + id + "|" + type, deliveryId, id, initial == null ? id : initial, at);
    }

    private Origin other() {
        String known = deliveryId == null ? Digests.key(contact.toString()) : deliveryId;
        return new Origin("delivery:" + known, deliveryId, null, null, null);
    }

    private JsonNode agent() {
        return Endpoints.field(contact, "agentInfo");
    }

    private JsonNode queue() {
        return Endpoints.field(contact, "queueInfo");
    }

    private @Nullable Instant ended() {
        return time(contact, "disconnectTimestamp");
    }

    private static @Nullable Instant time(JsonNode object, String field) {
        return JsonBody.iso(Endpoints.field(object, field));
    }
}
