package io.beforehand.routing.matching;

import io.beforehand.routing.request.Affinity;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request waits: how many of those who are there are kept from it, and by what.
 *
 * @param counts agents by obstacle
 */
public record Obstacles(Map<Obstacle, Integer> counts) {

    public static Obstacles of(Requirement requirement, Affinity affinity, Collection<Candidate> present, Instant now) {
        Map<Obstacle, Integer> counts = new EnumMap<>(Obstacle.class);
        present.forEach(agent -> Obstacle.between(requirement, affinity, agent, now)
                .ifPresent(obstacle -> counts.merge(obstacle, 1, Integer::sum)));
        return new Obstacles(counts);
    }

    /** The counts by the obstacles' labels. */
    public Map<String, Integer> byLabel() {
        Map<String, Integer> byLabel = new LinkedHashMap<>();
        counts.forEach((obstacle, agents) -> byLabel.put(obstacle.label(), agents));
        return byLabel;
    }

    /** The reason in a word. People of other teams count as not there. */
    public String why() {
        if (counts.containsKey(Obstacle.FULL)) {
            return "all-busy";
        }
        boolean somebodyThere = counts.keySet().stream().anyMatch(obstacle -> obstacle != Obstacle.OTHER_TEAM);
        return somebodyThere ? "nobody-suitable" : "nobody-there";
    }
}
