package io.beforehand.intake.adapter.chatwoot;

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
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;

/** A message, of whichever side. What is private is not for the customer, whoever wrote it, and answers nothing. */
record ChatwootMessage(ChatwootEvent event) {

    private enum Side {
        INCOMING,
        OUTGOING,
        ACTIVITY,
        TEMPLATE,
        UNKNOWN
    }

    ChannelEvent created() {
        Origin origin = origin(event.name() + "|" + id());
        if (body().path("private").asBoolean()) {
            return new PassedOver(origin, Reason.PRIVATE_NOTE);
        }
        return switch (side()) {
            case INCOMING -> new ChannelEvent.Said(origin, Channel.CHAT, customer(), content());
            case OUTGOING, TEMPLATE ->
                new ChannelEvent.Answered(
                        origin, Channel.CHAT, author(), Visibility.PUBLIC, text(body().path("content")));
            case ACTIVITY -> new PassedOver(origin, Reason.MEMBERSHIP);
            case UNKNOWN -> new PassedOver(origin, Reason.UNKNOWN_TYPE);
        };
    }

    /** Whatever changes of a message is told in the same way: its text, that it was taken back, how far ours got. */
    ChannelEvent updated() {
        String text = text(body().path("content"));
        String state = body().path("status").asText();
        Side side = body().path("private").asBoolean() ? Side.UNKNOWN : side();
        if (side == Side.INCOMING) {
            return body().path("content_attributes").path("deleted").asBoolean()
                    ? new ChannelEvent.Deleted(origin("deleted|" + id()), Channel.CHAT, id())
                    : new ChannelEvent.Edited(
                            origin(event.name() + "|" + id() + "|"
                                    + Digests.key(text == null ? "" : text, updatedAt())),
                            Channel.CHAT,
                            id(),
                            text);
        }
        Origin origin = origin("receipt:" + id() + "|" + state);
        boolean known = state.equals("delivered") || state.equals("read") || state.equals("failed");
        return side == Side.OUTGOING && known
                ? new Receipt(origin, Channel.CHAT, state, null)
                : new PassedOver(origin, Reason.UNKNOWN_TYPE);
    }

    /** When it was changed, lest it could not go back to what it said before; most releases tell it of the conversation only. */
    private String updatedAt() {
        String told = text(body().path("updated_at"));
        String touched = told == null ? text(body().path("conversation").path("updated_at")) : told;
        return touched == null ? "" : touched;
    }

    private Side side() {
        return switch (body().path("message_type").asText()) {
            case "incoming", "0" -> Side.INCOMING;
            case "outgoing", "1" -> Side.OUTGOING;
            case "activity", "2" -> Side.ACTIVITY;
            case "template", "3" -> Side.TEMPLATE;
            default -> Side.UNKNOWN;
        };
    }

    private Content content() {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : body().path("attachments")) {
            String type = file.path("file_type").asText();
            boolean medium = type.equals("image") || type.equals("audio") || type.equals("video");
            attachments.add(new Attachment(
                    text(file.path("fallback_title")),
                    medium ? type + "/*" : null,
                    JsonBody.number(file.path("file_size")).orElse(null),
                    MediaAddress.open(text(file.path("data_url"))),
                    text(file.path("id"))));
        }
        return Content.typed(text(body().path("content")))
                .with(attachments)
                .answering(text(body().path("content_attributes").path("in_reply_to")));
    }

    /** Only a user of Chatwoot is a person. Bots have a type of their own, and rules, campaigns and templates leave a mark. */
    private Author author() {
        JsonNode sender = body().path("sender");
        boolean marked = body().path("content_attributes").has("automation_rule_id")
                || body().path("additional_attributes").has("campaign_id");
        AuthorKind kind;
        if (marked || side() == Side.TEMPLATE) {
            kind = AuthorKind.SYSTEM;
        } else {
            kind = sender.path("type").asText().equals("user") ? AuthorKind.AGENT : AuthorKind.BOT;
        }
        return new Author(kind, text(sender.path("id")), text(sender.path("name")));
    }

    private Customer customer() {
        JsonNode sender = body().path("sender");
        JsonNode contact = sender.isObject()
                ? sender
                : body().path("conversation").path("meta").path("sender");
        return new Customer(JsonBody.requiredText(contact, "id"), text(contact.path("name")), null, null, null);
    }

    private Origin origin(String key) {
        String account = event.account();
        String conversation = text(body().path("conversation").path("id"));
        if (account == null || conversation == null) {
            throw new MalformedDeliveryException("a message without account or conversation");
        }
        return new Origin(
                key,
                event.deliveryId(),
                id(),
                account + "/" + conversation,
                ChatwootTime.of(body().path("created_at")));
    }

    private String id() {
        return JsonBody.requiredText(body(), "id");
    }

    private JsonNode body() {
        return event.body();
    }
}
