package io.beforehand.routing.matching;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An agent who is there and may get something.
 *
 * @param team empty when he belongs to none
 * @param skills levels from 1 to 5 by name
 * @param languages primary language subtags; empty: nobody said, so any will do
 * @param idleSince when he last got something, or came
 */
public record Candidate(
        String agentId,
        String name,
        String team,
        Map<String, Integer> skills,
        Set<String> languages,
        Load load,
        Instant idleSince) {

    public Candidate {
        skills = Map.copyOf(skills);
        languages = Set.copyOf(languages);
    }

    Candidate with(Load newLoad, Instant newIdleSince) {
        return new Candidate(agentId, name, team, skills, languages, newLoad, newIdleSince);
    }
}
