package io.beforehand.intake.customer;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a call to forget a customer.
 *
 * @param customerId our own name of the person, which stays
 * @param identities how many he had
 * @param requests in how many the others were told to forget him; 0 if he is forgotten already
 * @param erased rows by table
 */
public record Forgotten(UUID customerId, int identities, int requests, Map<String, Integer> erased) {

    public Forgotten {
        erased = Map.copyOf(erased);
    }

    static Forgotten before(Person person) {
        return new Forgotten(person.id(), person.identities().size(), 0, Map.of());
    }
}
