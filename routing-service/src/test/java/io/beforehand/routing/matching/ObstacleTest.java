package io.beforehand.routing.matching;

import static io.beforehand.routing.matching.Samples.ANYONE;
import static io.beforehand.routing.matching.Samples.NOW;
import static io.beforehand.routing.matching.Samples.agent;
import static io.beforehand.routing.matching.Samples.chat;
import static io.beforehand.routing.matching.Samples.demanding;
import static io.beforehand.routing.matching.Samples.inTeam;
import static io.beforehand.routing.matching.Samples.skilled;
import static io.beforehand.routing.matching.Samples.speaking;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.Demand;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObstacleTest {

    @Test
    void aDemandedSkillMustReachItsLevel() {
        assertThat(Obstacle.unsuitable(demanding("billing", 3), skilled("ada", "billing", 3)))
                .isEmpty();
        assertThat(Obstacle.unsuitable(demanding("billing", 3), skilled("ben", "billing", 2)))
                .contains(Obstacle.SKILL_MISSING);
        assertThat(Obstacle.unsuitable(demanding("billing", 1), agent("cyn"))).contains(Obstacle.SKILL_MISSING);
    }

    @Test
    void aTeamsRequestsAreForTheTeam() {
        // Given
        Requirement ofSupport = new Requirement(Map.of(), "", "support", "", Channel.CHAT);

        // Then
        assertThat(Obstacle.unsuitable(ofSupport, inTeam("ada", "support"))).isEmpty();
        assertThat(Obstacle.unsuitable(ofSupport, inTeam("ben", "sales"))).contains(Obstacle.OTHER_TEAM);
        assertThat(Obstacle.unsuitable(ofSupport, agent("cyn"))).contains(Obstacle.OTHER_TEAM);
    }

    @Test
    void whoDeclaresLanguagesGetsOnlyThose() {
        // Given
        Requirement chinese = new Requirement(Map.of(), "", "", "zh", Channel.CHAT);

        // Then
        assertThat(Obstacle.unsuitable(chinese, speaking("ada", "en", "zh"))).isEmpty();
        assertThat(Obstacle.unsuitable(chinese, speaking("ben", "en"))).contains(Obstacle.LANGUAGE_NOT_SPOKEN);
        assertThat(Obstacle.unsuitable(chinese, agent("cyn"))).isEmpty();
        assertThat(Obstacle.unsuitable(chat(), speaking("ben", "en"))).isEmpty();
    }

    @Test
    void whoGaveARequestBackDoesNotGetItAgainForAWhile() {
        // Given
        Affinity affinity = new Affinity.Avoids("ada", NOW.plus(Duration.ofMinutes(5)));

        // Then
        assertThat(Obstacle.between(chat(), affinity, agent("ada"), NOW)).contains(Obstacle.JUST_GAVE_IT_BACK);
        assertThat(Obstacle.between(chat(), affinity, agent("ben"), NOW)).isEmpty();
        assertThat(Obstacle.between(chat(), affinity, agent("ada"), NOW.plus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    @Test
    void whoIsFullGetsNothing() {
        // Given
        Candidate full = agent("ada").with(agent("ada").load().plus(Channel.VOICE, 1), NOW);

        // Then
        assertThat(Obstacle.between(chat(), ANYONE, full, NOW)).contains(Obstacle.FULL);
        assertThat(Obstacle.unsuitable(chat(), full)).isEmpty();
    }

    @Test
    void aRuleDemandsAndItsAbsenceOnlyWishes() {
        // Given
        RoutingRule rule = new RoutingRule("billing", Map.of("billing", 2), "finance");
        Demand billing = new Demand("billing", "", "zh", Channel.CHAT);
        Demand forSupport = new Demand("billing", "support", "zh", Channel.CHAT);

        // Then
        assertThat(Requirement.of(billing, Map.of("billing", rule)))
                .isEqualTo(new Requirement(Map.of("billing", 2), "", "finance", "zh", Channel.CHAT));
        assertThat(Requirement.of(forSupport, Map.of("billing", rule)).team()).isEqualTo("support");
        assertThat(Requirement.of(billing, Map.of()))
                .isEqualTo(new Requirement(Map.of(), "billing", "", "zh", Channel.CHAT));
    }
}
