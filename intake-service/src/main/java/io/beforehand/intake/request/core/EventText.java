package io.beforehand.intake.request.core;

import io.beforehand.events.EventLimits;
import org.jspecify.annotations.Nullable;

/** Text as it travels in events: the beginning of what is stored here. Only a reply to be delivered travels whole. */
final class EventText {

    private EventText() {}

    static @Nullable String of(@Nullable String text) {
        if (text == null || text.length() <= EventLimits.MAX_TEXT) {
            return text;
        }
        int end = EventLimits.MAX_TEXT;
        // Not between the halves of a character beyond the basic plane.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
