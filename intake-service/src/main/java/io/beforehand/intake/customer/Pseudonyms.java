package io.beforehand.intake.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What stands for a forgotten person from now on, one for each identity. Random, and what it stands for is written nowhere, so
 * that nothing leads back.
 *
 * @param ofIdentities by the identities' ids
 */
record Pseudonyms(UUID personId, Map<UUID, String> ofIdentities) {

    private static final String PREFIX = "forgotten-";

    Pseudonyms {
        ofIdentities = new LinkedHashMap<>(ofIdentities);
    }

    static Pseudonyms of(Person person) {
        Map<UUID, String> pseudonyms = new LinkedHashMap<>();
        person.identities().forEach(id -> pseudonyms.put(id, PREFIX + UUID.randomUUID()));
        return new Pseudonyms(person.id(), pseudonyms);
    }

    /** The one by which the person is known to others. */
    String ofPerson() {
        return ofIdentities.getOrDefault(personId, PREFIX);
    }
}
