package io.beforehand.intake.request.core;

import io.beforehand.events.Channel;

/** A customer as one channel account knows him; the same person on another channel is another one until they are merged. */
public record CustomerKey(Channel channel, String account, String id) {}
