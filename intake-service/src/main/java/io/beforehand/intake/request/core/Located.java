package io.beforehand.intake.request.core;

/** Where a message is kept. */
public record Located(String requestId, String messageId) {}
