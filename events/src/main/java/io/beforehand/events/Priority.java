package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How soon a request must be answered; the most pressing first. */
public enum Priority {
    URGENT,
    HIGH,
    STANDARD;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Priority of(String wireName) {
        return WireName.parse(Priority.class, wireName);
    }
}
