package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * WhatsApp by the Cloud API. One app has one address for all its numbers, so the number is part of the conversation. There are no
 * threads: a conversation is a customer at a number.
 */
public final class WhatsAppAdapter extends MetaAdapter {

    public WhatsAppAdapter() {
        super("whatsapp", "whatsapp_business_account");
    }

    @Override
    List<ChannelEvent> read(JsonNode entry) {
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode change : entry.path("changes")) {
            List<ChannelEvent> said = read(change, change.path("value"));
            events.addAll(
                    said.isEmpty() ? List.of(new PassedOver(MetaFields.unnamed(change), Reason.UNKNOWN_TYPE)) : said);
        }
        return events;
    }

    /** Errors beside messages tell why something in them cannot be shown: the message counts all the same. */
    private static List<ChannelEvent> read(JsonNode change, JsonNode value) {
        List<ChannelEvent> events = new ArrayList<>();
        switch (change.path("field").asText()) {
            case "messages" -> {
                value.path("messages")
                        .forEach(message ->
                                events.add(WhatsAppMessage.of(value, message).read()));
                value.path("statuses").forEach(status -> events.add(WhatsAppStatus.read(value, status)));
            }
            case "smb_message_echoes" ->
                value.path("message_echoes")
                        .forEach(echo ->
                                events.add(WhatsAppMessage.of(value, echo).echo()));
            default -> {}
        }
        return events;
    }
}
