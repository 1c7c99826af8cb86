package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a request stands. {@code resolved} may be reopened, {@code closed} is final. */
public enum RequestStatus {
    OPEN,
    PENDING,
    ON_HOLD,
    RESOLVED,
    CLOSED;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static RequestStatus of(String wireName) {
        return WireName.parse(RequestStatus.class, wireName);
    }
}
