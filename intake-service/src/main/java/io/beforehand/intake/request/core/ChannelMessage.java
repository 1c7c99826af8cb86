package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message has because it came by a channel's own webhook.
 *
 * @param kind the channel, such as {@code slack}
 * @param nativeId the channel's id of it, by which it is edited and taken back
 * @param deliveryId the channel's id of the delivery that brought it, if it gives one; for finding it in the channel's own logs
 * @param textOrigin how the text came to be, such as {@code typed}; missing of what we do not know it, as of answers
 * @param authStrength how well the delivery showed whose it is, such as {@code body-signed}
 * @param inReplyTo the channel's id of the message it answers
 * @param replyUntil until when the channel lets us answer, if it does not always
 */
public record ChannelMessage(
        String kind,
        @Nullable String nativeId,
        @Nullable String deliveryId,
        @Nullable String textOrigin,
        String authStrength,
        @Nullable String inReplyTo,
        @Nullable Instant replyUntil) {}
