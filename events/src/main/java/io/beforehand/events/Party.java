package io.beforehand.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whom a request that is pending or on hold waits for. */
public enum Party {
    CUSTOMER,
    SUPPLIER,
    US;

    /** The name in JSON, lower case with hyphens. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static Party of(String wireName) {
        return WireName.parse(Party.class, wireName);
    }
}
