package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Items;
import java.util.List;
import java.util.stream.Stream;

/**
 * WhatsApp by the Cloud API. One app has one address for all its numbers, so the number is part of the conversation. There are no
 * threads: a conversation is a customer at a number.
 */
public final class WhatsAppAdapter extends MetaAdapter {

    public WhatsAppAdapter() {
        super("whatsapp", "whatsapp_business_account");
    }

    @Override
    void read(JsonNode entry, Senders senders, Items items) {
        for (JsonNode change : entry.path("changes")) {
            JsonNode value = change.path("value");
            String field = change.path("field").asText();
            if (field.equals("messages") && says(value, "messages", "statuses")) {
                messages(value, items);
            } else if (field.equals("smb_message_echoes") && says(value, "message_echoes")) {
                items.each(value.path("message_echoes"), echo -> List.of(WhatsAppMessage.echo(value, echo)));
            } else {
                items.add(change, unknown -> List.of(new PassedOver(MetaFields.unnamed(unknown), Reason.UNKNOWN_TYPE)));
            }
        }
    }

    /** Errors beside messages tell why something in them cannot be shown: the message counts all the same. */
    private static void messages(JsonNode value, Items items) {
        items.each(
                value.path("messages"),
                message -> List.of(WhatsAppMessage.of(value, message).read()));
        items.each(value.path("statuses"), status -> List.of(WhatsAppStatus.read(value, status)));
    }

    private static boolean says(JsonNode value, String... lists) {
        return Stream.of(lists).anyMatch(list -> !value.path(list).isEmpty());
    }
}
