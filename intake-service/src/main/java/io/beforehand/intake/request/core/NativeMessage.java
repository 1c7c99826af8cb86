package io.beforehand.intake.request.core;

import io.beforehand.events.Channel;

/**
 * A message as its channel names it.
 *
 * @param id the channel's own, opaque
 */
public record NativeMessage(Channel channel, String account, String id) {}
