package io.beforehand.events;

import java.util.Locale;

/**
 * Who tells an event. Each owner writes one topic and nobody else writes it.
 *
 * <p>The order of the constants is the owners' rank: where events of one moment are folded together, the lower rank
 * comes first, as a request exists before it is routed and is routed before anyone is told.
 */
public enum Owner {
    REQUESTS,
    ROUTING,
    SLA,
    NOTIFICATIONS;

    /** The topic that this owner writes, for example {@code beforehand.requests}. */
    public String topic() {
        return "beforehand." + wireName();
    }

    /** The name as it stands in event types, for example {@code requests}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
