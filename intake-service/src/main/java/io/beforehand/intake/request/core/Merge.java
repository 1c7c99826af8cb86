package io.beforehand.intake.request.core;

/**
 * All identities of a person become those of another, as they turned out to be one.
 *
 * @param from which led the one
 * @param into which leads the other, and now both
 */
public record Merge(CustomerKey from, CustomerKey into) {}
