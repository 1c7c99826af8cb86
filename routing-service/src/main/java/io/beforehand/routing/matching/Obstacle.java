package io.beforehand.routing.matching;

import io.beforehand.routing.request.Affinity;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why an agent may not have a request. None of these is ever traded against a good score. */
public enum Obstacle {
    OTHER_TEAM,
    SKILL_MISSING,
    LANGUAGE_NOT_SPOKEN,
    CHANNEL_NOT_SERVED,
    JUST_GAVE_IT_BACK,
    FULL;

    /** The word for it in answers and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What would keep him from it even if he had nothing else to do. */
    public static Optional<Obstacle> unsuitable(Requirement requirement, Candidate agent) {
        if (!requirement.team().isEmpty() && !requirement.team().equals(agent.team())) {
            return Optional.of(OTHER_TEAM);
        }
        for (Map.Entry<String, Integer> skill : requirement.skills().entrySet()) {
            if (agent.skills().getOrDefault(skill.getKey(), 0) < skill.getValue()) {
                return Optional.of(SKILL_MISSING);
            }
        }
        if (!requirement.language().isEmpty()
                && !agent.languages().isEmpty()
                && !agent.languages().contains(requirement.language())) {
            return Optional.of(LANGUAGE_NOT_SPOKEN);
        }
        return agent.load().capacity().serves(requirement.channel())
                ? Optional.empty()
                : Optional.of(CHANNEL_NOT_SERVED);
    }

    /** What keeps him from it now. */
    public static Optional<Obstacle> between(Requirement requirement, Affinity affinity, Candidate agent, Instant now) {
        return unsuitable(requirement, agent).or(() -> {
            if (affinity.excludes(agent.agentId(), now)) {
                return Optional.of(JUST_GAVE_IT_BACK);
            }
            return agent.load().fits(requirement.channel()) ? Optional.empty() : Optional.of(FULL);
        });
    }
}
