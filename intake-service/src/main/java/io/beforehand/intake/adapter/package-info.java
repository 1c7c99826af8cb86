/**
 * The channels: one small adapter for each, all behind {@link io.beforehand.intake.adapter.ChannelAdapter}.
 *
 * <p>A delivery enters as its bytes and leaves as {@link io.beforehand.intake.adapter.ChannelEvent}s, the same for every channel.
 * Everything here is pure: no clock, no table, no network. What has to be stored, fetched or answered is done in {@code channel}.
 * A channel is one package here and one line in {@link io.beforehand.intake.adapter.Adapters}.
 */
@NullMarked
package io.beforehand.intake.adapter;

import org.jspecify.annotations.NullMarked;
