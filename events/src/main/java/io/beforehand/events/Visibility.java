package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether the customer sees a reply. */
public enum Visibility {
    PUBLIC,
    INTERNAL;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Visibility of(String wireName) {
        return WireName.parse(Visibility.class, wireName);
    }
}
