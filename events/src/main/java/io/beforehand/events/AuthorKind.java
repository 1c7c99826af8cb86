package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who wrote a message. Only an agent's public reply stops a response clock. */
public enum AuthorKind {
    CUSTOMER,
    AGENT,
    BOT,
    SYSTEM;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static AuthorKind of(String wireName) {
        return WireName.parse(AuthorKind.class, wireName);
    }
}
