package io.beforehand.routing.request;

import io.beforehand.events.Channel;

/**
 * What requests have in common that need the same people. What it means for the agents is worked out with the rules of the
 * moment, so that a changed rule acts on everything that waits.
 *
 * @param category empty for none; so are team and language
 */
public record Demand(String category, String team, String language, Channel channel) {}
