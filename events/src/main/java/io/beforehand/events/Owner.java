package io.beforehand.events;

import java.util.Arrays;
import java.util.Locale;

/**
 * Who tells an event. Each owner writes one topic and nobody else writes it.
 *
 * <p>The rank is stored, and never given to another owner. Where events of one moment are folded together, the lower rank
 * comes first, as a request exists before it is routed and is routed before anyone is told.
 */
public enum Owner {
    REQUESTS(0),
    ROUTING(1),
    SLA(2),
    NOTIFICATIONS(3);

    private final int rank;

    Owner(int rank) {
        this.rank = rank;
    }

    /** The place among events of one moment, lowest first; also the number that databases know the owner by. */
    public int rank() {
        return rank;
    }

    /** @throws IllegalArgumentException if there is none of that rank */
    public static Owner ofRank(int rank) {
        return Arrays.stream(values())
                .filter(owner -> owner.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no owner of rank " + rank));
    }

    /** The topic that this owner writes, for example {@code beforehand.requests}. */
    public String topic() {
        return "beforehand." + wireName();
    }

    /** The name as it stands in event types, for example {@code requests}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
