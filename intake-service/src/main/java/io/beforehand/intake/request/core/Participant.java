package io.beforehand.intake.request.core;

/**
 * Somebody who may write in a request by mail.
 *
 * @param address in lower case
 */
public record Participant(String requestId, String address) {}
