package io.beforehand.intake.request.core;

import io.beforehand.events.Channel;
import io.beforehand.events.ConversationRef;

/**
 * A thread of messages, as its channel knows it. At most one live request belongs to it.
 *
 * @param account the channel account that received it; {@code default} where a channel has only one
 * @param conversation the channel's own thread key, opaque
 */
public record ConversationKey(Channel channel, String account, String conversation) {

    ConversationRef ref() {
        return new ConversationRef(channel, account, conversation);
    }
}
