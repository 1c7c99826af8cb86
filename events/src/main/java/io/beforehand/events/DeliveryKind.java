package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a delivery tells its recipient. */
public enum DeliveryKind {
    ACKNOWLEDGEMENT,
    UPDATE,
    ANSWER,
    SURVEY,
    REPLY,
    ALERT;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static DeliveryKind of(String wireName) {
        return WireName.parse(DeliveryKind.class, wireName);
    }
}
