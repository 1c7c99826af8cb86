package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a customer in a conversation of which nothing is known, or only what is long over. It is kept until the message
 * comes that opens a request there.
 *
 * @param echoed whether it may be one that the channel gave by itself (see {@link Echoes})
 * @param at when it was said, within the bounds of {@link EventTime}
 * @param atSource when it was said as the channel told it; missing where it did not
 */
public record EarlyAnswer(
        String id,
        Author author,
        @Nullable String text,
        boolean echoed,
        ChannelMessage channel,
        Instant at,
        @Nullable Instant atSource) {

    EarlyAnswer at(Instant other) {
        return new EarlyAnswer(id, author, text, echoed, channel, other, atSource);
    }
}
