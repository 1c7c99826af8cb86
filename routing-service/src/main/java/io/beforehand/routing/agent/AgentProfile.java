package io.beforehand.routing.agent;

import io.beforehand.routing.matching.Capacity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says of an agent.
 *
 * @param team empty when he belongs to none
 * @param skills levels from 1 to 5
 * @param languages as BCP 47 tags; empty when nobody said
 */
record AgentProfile(
        String id,
        String name,
        String team,
        Map<String, Integer> skills,
        List<String> languages,
        Capacity capacity,
        Optional<String> calendar) {

    AgentProfile {
        skills = Map.copyOf(skills);
        languages = List.copyOf(languages);
    }
}
