package io.beforehand.intake.request.core;

import io.beforehand.events.Channel;

/**
 * A message as its channel names it.
 *
 * @param kind of the account, such as {@code slack}: others of the same channel may use the same names
 * @param id the channel's own, opaque
 */
public record NativeMessage(Channel channel, String kind, String account, String id) {}
