package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message has because it came by a channel's own webhook.
 *
 * @param kind the channel, such as {@code slack}
 * @param nativeId the channel's id of it, by which it is edited and taken back
 * @param textOrigin how the text came to be, such as {@code typed}
 * @param authStrength how well the delivery showed whose it is, such as {@code body-signed}
 * @param inReplyTo the channel's id of the message it answers
 * @param replyUntil until when the channel lets us answer, if it does not always
 */
public record ChannelMessage(
        String kind,
        @Nullable String nativeId,
        String textOrigin,
        String authStrength,
        @Nullable String inReplyTo,
        @Nullable Instant replyUntil) {}
