package io.beforehand.intake.customer;

import java.util.List;
import java.util.UUID;

/**
 * A person with all that is his.
 *
 * @param id of the identity that leads
 * @param identities the ids of all of them, sorted
 * @param requests the ids of those that he opened, sorted
 * @param forgotten whether nobody is to know any more who he is
 */
record Person(UUID id, List<UUID> identities, List<UUID> requests, boolean forgotten) {

    Person {
        identities = List.copyOf(identities);
        requests = List.copyOf(requests);
    }
}
