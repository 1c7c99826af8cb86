package io.beforehand.routing.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What requests of a category need.
 *
 * @param skills levels from 1 to 5 that an agent must have at least
 * @param team the team that handles them
 * @param overflow whom to ask next when nobody is free; kept, and without effect yet
 */
public record Rule(
        String category,
        Map<String, Integer> skills,
        @Nullable String team,
        List<Map<String, Object>> overflow) {}
