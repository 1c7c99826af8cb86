package io.beforehand.intake.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.signature.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery of several items says, item by item. One that is malformed is passed over: it must not cost the others, and would be
 * no better when all of them came again.
 */
public final class Items {

    private final List<ChannelEvent> events = new ArrayList<>();
    private int malformed;
    private @Nullable MalformedDeliveryException first;

    /** Reads each of an array. */
    public void each(JsonNode items, Function<JsonNode, List<ChannelEvent>> reading) {
        items.forEach(item -> add(item, reading));
    }

    /** Reads one. */
    public void add(JsonNode item, Function<JsonNode, List<ChannelEvent>> reading) {
        try {
            events.addAll(reading.apply(item));
        } catch (MalformedDeliveryException e) {
            first = first == null ? e : first;
            malformed++;
            Origin origin = new Origin("malformed:" + Digests.key(item.toString()), null, null, null, null);
            events.add(new PassedOver(origin, PassedOver.Reason.MALFORMED));
        }
    }

    /**
     * All of them, in their order.
     *
     * @throws MalformedDeliveryException if there are some, and none can be read
     */
    public List<ChannelEvent> told() {
        if (first != null && malformed == events.size()) {
            throw first;
        }
        return List.copyOf(events);
    }
}
