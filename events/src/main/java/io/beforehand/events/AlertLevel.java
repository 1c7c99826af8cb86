package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far gone the promise is that an alert is about. */
public enum AlertLevel {
    WARNING,
    FORECAST,
    BREACH;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static AlertLevel of(String wireName) {
        return WireName.parse(AlertLevel.class, wireName);
    }
}
