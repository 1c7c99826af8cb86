package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of way by which a customer reaches the organisation. */
public enum Channel {
    VOICE,
    CHAT,
    EMAIL,
    SMS,
    SOCIAL,
    APP,
    WEB;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Channel of(String wireName) {
        return WireName.parse(Channel.class, wireName);
    }
}
