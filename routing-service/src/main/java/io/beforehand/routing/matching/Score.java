package io.beforehand.routing.matching;

import io.beforehand.routing.request.Affinity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well an agent fits a request: the sum of its parts, higher is better. Each part is between 0 and its weight.
 */
public record Score(double skill, double load, double language, double idle, double sticky) {

    /**
     * What a part counts at the most.
     *
     * @param skill level of the needed skills: who knows it is faster, which gains more than anything else
     * @param load free share of the agent: spreads work while several are free
     * @param language whether he says that he speaks the customer's language
     * @param idle time since he last got something, up to {@link #IDLE_ENOUGH}: fairness, not speed
     * @param sticky whether the request was his: more than all others together
     */
    public record Weights(double skill, double load, double language, double idle, double sticky) {

        public static final Weights DEFAULT = new Weights(0.45, 0.30, 0.10, 0.15, 2.0);
    }

    static final Duration IDLE_ENOUGH = Duration.ofMinutes(15);
    private static final double HIGHEST_LEVEL = 5;

    /** Scores an agent who may have the request. */
    public static Score of(Weights weights, Requirement requirement, Affinity affinity, Candidate agent, Instant now) {
        return new Score(
                round(weights.skill() * skill(requirement, agent)),
                round(weights.load() * (1 - Math.min(1, agent.load().share()))),
                round(agent.languages().contains(requirement.language()) ? weights.language() : 0),
                round(weights.idle() * idle(agent, now)),
                affinity.prefers(agent.agentId()) ? weights.sticky() : 0);
    }

    public double total() {
        return round(skill + load + language + idle + sticky);
    }

    /** The parts by name, in the order of their weights. */
    public Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("skill", skill);
        parts.put("load", load);
        parts.put("language", language);
        parts.put("idle", idle);
        parts.put("sticky", sticky);
        return parts;
    }

    /** Mean level of the skills that are demanded; of the one that is wanted when none is demanded. */
    private static double skill(Requirement requirement, Candidate agent) {
        return requirement.skills().isEmpty()
                ? agent.skills().getOrDefault(requirement.wanted(), 0) / HIGHEST_LEVEL
                : requirement.skills().keySet().stream()
                        .mapToDouble(skill -> agent.skills().getOrDefault(skill, 0) / HIGHEST_LEVEL)
                        .average()
                        .orElse(0);
    }

    private static double idle(Candidate agent, Instant now) {
        double idle = Duration.between(agent.idleSince(), now).toMillis();
        return Math.clamp(idle / IDLE_ENOUGH.toMillis(), 0, 1);
    }

    /** What is shown is what was compared. */
    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
