package io.beforehand.events;

/**
 * A conversation of a channel account.
 *
 * @param conversation the channel's own thread key
 */
public record ConversationRef(Channel channel, String account, String conversation) {}
