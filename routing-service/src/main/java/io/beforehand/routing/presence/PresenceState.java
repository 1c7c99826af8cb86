package io.beforehand.routing.presence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an agent is doing. Only who is available gets requests by machine. */
public enum PresenceState {
    AVAILABLE,
    BUSY,
    LUNCH,
    MEETING,
    WRAP_UP,
    OFFLINE;

    /** The name in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException saying which names there are */
    @JsonCreator
    public static PresenceState of(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(PresenceState::wireName).collect(Collectors.joining(", "))));
    }
}
