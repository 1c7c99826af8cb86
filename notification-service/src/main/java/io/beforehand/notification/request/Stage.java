package io.beforehand.notification.request;

import io.beforehand.events.Party;
import io.beforehand.events.RequestEvent.StatusChanged;
import java.util.Locale;

/** Where a request stands, as its customer sees it. */
public enum Stage {
    OPEN,
    /** It waits for the customer. */
    PENDING,
    /** It waits for somebody else. */
    ON_HOLD,
    RESOLVED,
    CLOSED;

    /** A request that is pending waits for the customer unless it is said for whom. */
    static Stage of(StatusChanged changed) {
        return switch (changed.to()) {
            case OPEN -> OPEN;
            case PENDING -> changed.party() == null || changed.party() == Party.CUSTOMER ? PENDING : ON_HOLD;
            case ON_HOLD -> ON_HOLD;
            case RESOLVED -> RESOLVED;
            case CLOSED -> CLOSED;
        };
    }

    boolean waits() {
        return this == PENDING || this == ON_HOLD;
    }

    /** Whether nothing more is done about it. */
    boolean over() {
        return this == RESOLVED || this == CLOSED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Stage parse(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
