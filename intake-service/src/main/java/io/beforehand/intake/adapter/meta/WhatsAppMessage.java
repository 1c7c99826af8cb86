package io.beforehand.intake.adapter.meta;

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
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code messages}. Its sender has a phone number, or, if he hides it, an id that WhatsApp gave him for this business.
 *
 * @param number our phone number's id
 * @param customer missing where the message is about ids only
 */
record WhatsAppMessage(
        String number, @Nullable String customer, @Nullable String name, JsonNode message) {

    static WhatsAppMessage of(JsonNode value, JsonNode message) {
        String from = WhatsAppContact.first(text(message.path("from")), text(message.path("from_user_id")));
        JsonNode contact = WhatsAppContact.of(value.path("contacts"), from);
        String customer = WhatsAppContact.first(from, WhatsAppContact.id(contact));
        return new WhatsAppMessage(
                number(value), customer, text(contact.path("profile").path("name")), message);
    }

    ChannelEvent read() {
        return switch (message.path("type").asText()) {
            case "edit" -> edited();
            case "revoke" ->
                new ChannelEvent.Deleted(origin("delete"), Channel.SOCIAL, original(message.path("revoke")));
            case "system" -> system(message.path("system"));
            case "reaction" -> new PassedOver(origin("reaction"), Reason.REACTION);
            case "request_welcome" -> new PassedOver(origin("welcome"), Reason.MEMBERSHIP);
            default ->
                WhatsAppContent.of(message)
                        .map(this::said)
                        .orElseGet(() -> new PassedOver(origin("unknown"), Reason.UNKNOWN_TYPE));
        };
    }

    /** Somebody of ours wrote from the phone. What we send by the Cloud API ourselves is not echoed. */
    static ChannelEvent echo(JsonNode value, JsonNode echo) {
        String to = WhatsAppContact.first(text(echo.path("to")), text(echo.path("to_user_id")));
        Origin origin = new WhatsAppMessage(number(value), to, null, echo).origin("echo");
        return WhatsAppContent.of(echo)
                .<ChannelEvent>map(content -> new ChannelEvent.Echoed(origin, Channel.SOCIAL, content.text()))
                .orElseGet(() -> new PassedOver(origin, Reason.ECHO));
    }

    private ChannelEvent said(Content content) {
        if (customer == null) {
            throw new MalformedDeliveryException("a message without a sender");
        }
        Origin origin = origin("message");
        return new ChannelEvent.Said(
                origin,
                Channel.SOCIAL,
                new Customer(customer, name, null, null, null),
                content.answering(text(message.path("context").path("id")))
                        .until(MetaFields.windowAfter(origin.occurredAt())));
    }

    private ChannelEvent edited() {
        JsonNode edit = message.path("edit");
        String text =
                WhatsAppContent.of(edit.path("message")).map(Content::text).orElse(null);
        return new ChannelEvent.Edited(origin("edit"), Channel.SOCIAL, original(edit), text);
    }

    private ChannelEvent system(JsonNode system) {
        String from = WhatsAppContact.first(text(system.path("previous_user_id")), customer);
        String into =
                switch (system.path("type").asText()) {
                    case "user_changed_number", "customer_changed_number" ->
                        WhatsAppContact.first(text(system.path("wa_id")), text(system.path("new_wa_id")));
                    case "user_changed_user_id" -> text(system.path("user_id"));
                    default -> null;
                };
        return from == null || into == null
                ? new PassedOver(origin("system"), Reason.UNKNOWN_TYPE)
                : new ChannelEvent.IdentityChanged(origin("identity"), Channel.SOCIAL, from, into);
    }

    private static String number(JsonNode value) {
        return JsonBody.requiredText(value.path("metadata"), "phone_number_id");
    }

    private static String original(JsonNode change) {
        return JsonBody.requiredText(change, "original_message_id");
    }

    private Origin origin(String what) {
        String id = JsonBody.requiredText(message, "id");
        Instant occurredAt = MetaFields.time(message.path("timestamp"));
        return new Origin(what + ":" + id, null, id, customer == null ? null : number + "/" + customer, occurredAt);
    }
}
