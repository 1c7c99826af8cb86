package io.beforehand.routing.matching;

import java.util.Map;

/**
 * What requests of a category need.
 *
 * @param skills levels that an agent must have at least, by skill
 * @param team the team that has them, empty for any
 */
public record RoutingRule(String category, Map<String, Integer> skills, String team) {

    public RoutingRule {
        skills = Map.copyOf(skills);
    }
}
