package io.beforehand.routing.agent;

import io.beforehand.events.Channel;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.routing.matching.Capacity;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it is sent.
 *
 * @param skills levels from 1 to 5 by name
 * @param languages BCP 47 tags
 * @param capacity how many requests of a channel at once; a channel that is missing is not served
 */
record AgentBody(
        @Nullable String name,
        @Nullable String team,
        @Nullable Map<String, Integer> skills,
        @Nullable List<String> languages,
        @Nullable Map<String, Integer> capacity,
        @Nullable String calendar) {

    private static final int MAX_NAME = 200;
    private static final int MAX_SKILLS = 200;
    private static final int HIGHEST_LEVEL = 5;
    static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");

    /** @throws ProblemException {@code invalid-field} naming the first that does not fit */
    AgentProfile profile(String id) {
        checkId("id", id);
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            throw ProblemException.invalidField("name", "must have 1 to " + MAX_NAME + " characters");
        }
        if (team != null && !team.isEmpty()) {
            checkId("team", team);
        }
        return new AgentProfile(
                id, name, team == null ? "" : team, levels(), tags(), capacities(), Optional.ofNullable(calendar));
    }

    static void checkId(String field, String id) {
        if (!ID.matcher(id).matches()) {
            throw ProblemException.invalidField(field, "must be 1 to 64 letters, digits, dots, hyphens, at signs");
        }
    }

    private Map<String, Integer> levels() {
        Map<String, Integer> levels = skills == null ? Map.of() : skills;
        if (levels.size() > MAX_SKILLS) {
            throw ProblemException.invalidField("skills", "must be at most " + MAX_SKILLS);
        }
        levels.forEach((skill, level) -> {
            if (skill.isBlank() || level < 1 || level > HIGHEST_LEVEL) {
                throw ProblemException.invalidField("skills", "must have names and levels from 1 to " + HIGHEST_LEVEL);
            }
        });
        return levels;
    }

    private List<String> tags() {
        List<String> tags = languages == null ? List.of() : languages;
        if (!tags.stream().allMatch(tag -> LANGUAGE.matcher(tag).matches())) {
            throw ProblemException.invalidField("languages", "must be language tags such as zh or en");
        }
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    }

    private Capacity capacities() {
        EnumMap<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
        try {
            (capacity == null ? Map.<String, Integer>of() : capacity)
                    .forEach((channel, requests) -> byChannel.put(Channel.of(channel), requests));
            return new Capacity(byChannel);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField("capacity", "does not fit: " + e.getMessage());
        }
    }
}
