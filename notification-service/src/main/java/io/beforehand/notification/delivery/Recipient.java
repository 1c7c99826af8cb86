package io.beforehand.notification.delivery;

/**
 * Whom a delivery is for.
 *
 * @param address on the channel; a contact's id where the destination says it all
 * @param optedOut whether it is a customer who does not want to hear from us there
 */
public record Recipient(Destination destination, String address, boolean optedOut) {}
