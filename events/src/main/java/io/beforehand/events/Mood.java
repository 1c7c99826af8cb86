package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a customer seems to feel, going by what he writes. */
public enum Mood {
    ANGRY,
    WORRIED,
    NEUTRAL,
    PLEASED;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Mood of(String wireName) {
        return WireName.parse(Mood.class, wireName);
    }
}
