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
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between a customer and a page. A message keeps its id when it is edited or taken back, so what happened is
 * part of every key.
 *
 * @param standby another app has the conversation, and we may not answer
 */
record MessagingItem(
        @Nullable String page,
        @Nullable String customer,
        @Nullable Instant occurredAt,
        JsonNode item,
        boolean standby) {

    /** Whatever the entry is about sent it or got it; the other one is the customer. */
    static MessagingItem of(JsonNode entry, JsonNode item, boolean standby) {
        String about = text(entry.path("id"));
        String sender = text(item.path("sender").path("id"));
        String recipient = text(item.path("recipient").path("id"));
        boolean ours = sender != null && sender.equals(about);
        return new MessagingItem(
                ours ? sender : recipient,
                ours ? recipient : sender,
                MetaFields.time(item.path("timestamp")),
                item,
                standby);
    }

    List<ChannelEvent> read(Senders senders) {
        if (item.has("message")) {
            return List.of(message(item.path("message"), senders));
        }
        if (item.has("message_edit")) {
            return List.of(edit(item.path("message_edit")));
        }
        if (item.has("postback")) {
            return List.of(postback(item.path("postback")));
        }
        if (item.has("delivery")) {
            return MessagingReceipts.read(this, item.path("delivery"), "delivered");
        }
        if (item.has("read")) {
            return MessagingReceipts.read(this, item.path("read"), "read");
        }
        return List.of(item.has("reaction") ? reaction(item.path("reaction")) : unknown());
    }

    private ChannelEvent message(JsonNode message, Senders senders) {
        String id = JsonBody.requiredText(message, "mid");
        if (message.path("is_echo").asBoolean()) {
            return senders.echo(origin("echo:" + id, id), message);
        }
        if (message.path("is_deleted").asBoolean()) {
            return new ChannelEvent.Deleted(origin("delete:" + id + "|deleted", id), Channel.SOCIAL, id);
        }
        return said(
                origin("message:" + id, id),
                MessagingContent.of(message)
                        .answering(text(message.path("reply_to").path("mid"))));
    }

    /** Instagram reports a new message as its own edit number nought, without a text, to apps that may not read it. */
    private ChannelEvent edit(JsonNode edit) {
        String id = JsonBody.requiredText(edit, "mid");
        String revision = text(edit.path("num_edit"));
        Origin origin = origin("edit:" + id + "|edit|" + (revision == null ? occurredAt : revision), id);
        String text = text(edit.path("text"));
        return text == null
                ? new PassedOver(origin, Reason.UNKNOWN_TYPE)
                : new ChannelEvent.Edited(origin, Channel.SOCIAL, id, text);
    }

    /** A button that the customer pressed. It used to have no id. */
    private ChannelEvent postback(JsonNode postback) {
        String id = text(postback.path("mid"));
        String payload = text(postback.path("payload"));
        String title = text(postback.path("title"));
        return said(
                origin(id == null ? "postback:" + pressed(payload) : "message:" + id, id),
                MessagingContent.chosen(title == null ? payload : title));
    }

    private String pressed(@Nullable String payload) {
        return customer + "|" + text(item.path("timestamp")) + "|" + payload;
    }

    private ChannelEvent said(Origin origin, Content content) {
        if (customer == null || page == null) {
            throw new MalformedDeliveryException("a message without sender or recipient");
        }
        return new ChannelEvent.Said(
                origin,
                Channel.SOCIAL,
                new Customer(customer, null, null, null, null),
                content.until(standby ? occurredAt : MetaFields.windowAfter(occurredAt)));
    }

    private ChannelEvent reaction(JsonNode reaction) {
        String id = text(reaction.path("mid"));
        return new PassedOver(origin("reaction:" + Digests.key(JsonBody.write(item)), id), Reason.REACTION);
    }

    private ChannelEvent unknown() {
        return new PassedOver(MetaFields.unnamed(item), Reason.UNKNOWN_TYPE);
    }

    Origin origin(String key, @Nullable String messageId) {
        return new Origin(key, null, messageId, conversation(), occurredAt);
    }

    @Nullable
    String conversation() {
        return page == null || customer == null ? null : page + "/" + customer;
    }
}
