package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of messages of ours: by their ids, or, where there are none, of all up to a moment (the watermark). Then the receipt
 * belongs to the conversation, and no message.
 */
final class MessagingReceipts {

    private MessagingReceipts() {}

    static List<ChannelEvent> read(MessagingItem item, JsonNode receipt, String state) {
        Instant watermark = MetaFields.time(receipt.path("watermark"));
        Instant at = item.occurredAt() == null ? watermark : item.occurredAt();
        List<ChannelEvent> events = new ArrayList<>();
        for (JsonNode mid : receipt.path("mids")) {
            events.add(event(item, text(mid), at, state));
        }
        if (events.isEmpty()) {
            events.add(event(item, text(receipt.path("mid")), at, state));
        }
        return events;
    }

    private static ChannelEvent event(MessagingItem item, @Nullable String id, @Nullable Instant at, String state) {
        String about = id == null ? item.conversation() + "|" + at : id;
        return new Receipt(
                new Origin("receipt:" + about + "|" + state, null, id, item.conversation(), at),
                Channel.SOCIAL,
                state,
                null);
    }
}
