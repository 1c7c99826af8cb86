package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Items;
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
    void read(JsonNode entry, Senders senders, Items items) {
        items.each(entry.path("messaging"), item -> MessagingItem.of(entry, item, false)
                .read(senders));
        items.each(entry.path("standby"), item -> MessagingItem.of(entry, item, true)
                .read(senders));
        items.each(entry.path("changes"), change -> changed(entry, senders, change));
    }

    private static List<ChannelEvent> changed(JsonNode entry, Senders senders, JsonNode change) {
        JsonNode value = change.path("value");
        return change.path("field").asText().equals("messages")
                        && value.path("sender").isObject()
                ? MessagingItem.of(entry, value, false).read(senders)
                : List.of(new PassedOver(MetaFields.unnamed(change), Reason.UNKNOWN_TYPE));
    }
}
