package io.beforehand.intake.customer;

import java.util.UUID;

/**
 * What became of a call to merge customers.
 *
 * @param customerId our own name of the person that both are now
 * @param outcome recorded, or ignored if they were one already
 */
public record Merged(UUID customerId, String outcome) {}
