package io.beforehand.intake.request.core;

/**
 * Where a message is kept.
 *
 * @param retracted whether the customer has taken it back
 */
public record Located(String requestId, String messageId, boolean retracted) {}
