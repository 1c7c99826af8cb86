package io.beforehand.routing.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent as he is shown.
 *
 * @param load used share of what he can hold, 1 is full
 */
record AgentView(
        String id,
        String name,
        @Nullable String team,
        Map<String, Integer> skills,
        List<String> languages,
        Map<String, Integer> capacity,
        @Nullable String calendar,
        PresenceView presence,
        double load) {

    private static final Set<String> THERE = Set.of("available", "busy", "wrap-up");

    /** What he is doing, and until when if that is known. */
    record PresenceView(String state, @Nullable Instant until) {}

    static AgentView of(AgentEntity agent, AgentLoadEntity load) {
        return new AgentView(
                agent.id,
                agent.name,
                agent.team.isEmpty() ? null : agent.team,
                agent.skills,
                List.of(agent.languages),
                agent.capacity,
                agent.calendar,
                new PresenceView(load.presence, load.presenceUntil),
                (double) load.used / load.whole);
    }

    boolean isThere() {
        return THERE.contains(presence.state());
    }

    int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }

    /** @param language primary subtag */
    boolean speaks(String language) {
        return languages.stream().anyMatch(tag -> tag.equals(language) || tag.startsWith(language + "-"));
    }
}
