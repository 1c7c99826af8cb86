package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Messenger and Instagram, which share one format. There are no threads: a conversation is a customer at a page or an account.
 *
 * <p>{@code standby} is what another app answers under the handover protocol: we measure it and keep quiet. Messages also come as
 * {@code changes} of the field {@code messages}; all other changes (comments, mentions) are about something public.
 */
public final class MessagingAdapter extends MetaAdapter {

    private MessagingAdapter(String kind, String object) {
        super(kind, object);
    }

    public static MessagingAdapter messenger() {
        return new MessagingAdapter("messenger", "page");
    }

    public static MessagingAdapter instagram() {
        return new MessagingAdapter("instagram", "instagram");
    }

    @Override
    List<ChannelEvent> read(JsonNode entry) {
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode item : entry.path("messaging")) {
            events.addAll(MessagingItem.of(entry, item, false).read());
        }
        for (JsonNode item : entry.path("standby")) {
            events.addAll(MessagingItem.of(entry, item, true).read());
        }
        for (JsonNode change : entry.path("changes")) {
            JsonNode value = change.path("value");
            if (change.path("field").asText().equals("messages")
                    && value.path("sender").isObject()) {
                events.addAll(MessagingItem.of(entry, value, false).read());
            } else {
                events.add(new PassedOver(MetaFields.unnamed(change), Reason.UNKNOWN_TYPE));
            }
        }
        return events;
    }
}
