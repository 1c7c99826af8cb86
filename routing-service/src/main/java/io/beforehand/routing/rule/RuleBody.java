package io.beforehand.routing.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is sent.
 *
 * @param skills least levels by name, or a list of names where any level will do
 */
record RuleBody(
        @Nullable String category,
        @Nullable JsonNode skills,
        @Nullable String team,
        @Nullable List<Map<String, Object>> overflow) {

    private static final int LOWEST_LEVEL = 1;
    private static final int HIGHEST_LEVEL = 5;

    /**
     * @param at the rule's place in the body
     * @throws ProblemException {@code invalid-field}
     */
    Rule rule(String at) {
        if (category == null || category.isBlank()) {
            throw ProblemException.invalidField(at + ".category", "must not be empty");
        }
        return new Rule(category, levels(at + ".skills"), team, overflow == null ? List.of() : overflow);
    }

    private Map<String, Integer> levels(String field) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        if (skills == null || skills.isNull()) {
            return levels;
        }
        if (skills.isArray()) {
            skills.forEach(skill -> levels.put(skill.asText(), skill.isTextual() ? LOWEST_LEVEL : 0));
        } else {
            skills.properties()
                    .forEach(
                            skill -> levels.put(skill.getKey(), skill.getValue().asInt(0)));
        }
        boolean sound = (skills.isArray() || skills.isObject())
                && levels.entrySet().stream()
                        .allMatch(e ->
                                !e.getKey().isBlank() && e.getValue() >= LOWEST_LEVEL && e.getValue() <= HIGHEST_LEVEL);
        if (!sound) {
            throw ProblemException.invalidField(field, "must be names, or levels from 1 to 5 by name");
        }
        return levels;
    }
}
