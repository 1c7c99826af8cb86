package io.beforehand.routing.matching;

import static io.beforehand.routing.matching.Samples.ANYONE;
import static io.beforehand.routing.matching.Samples.NOW;
import static io.beforehand.routing.matching.Samples.agent;
import static io.beforehand.routing.matching.Samples.chat;
import static io.beforehand.routing.matching.Samples.demanding;
import static io.beforehand.routing.matching.Samples.skilled;
import static io.beforehand.routing.matching.Samples.waiter;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.routing.matching.Matching.Decision;
import io.beforehand.routing.matching.Matching.RunnerUp;
import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final Matching matching = new Matching(Score.Weights.DEFAULT);

    @Test
    void theBetterSkilledGetsIt() {
        // Given
        List<Candidate> free = List.of(skilled("ada", "billing", 3), skilled("ben", "billing", 5));

        // When
        List<Decision> decisions = matching.decide(List.of(waiter("r1", demanding("billing", 1))), free, NOW);

        // Then
        Decision decision = decisions.getFirst();
        assertThat(decision.agent().agentId()).isEqualTo("ben");
        assertThat(decision.why()).isEqualTo("best-score");
        assertThat(decision.runnersUp()).extracting(RunnerUp::agentId).containsExactly("ada");
    }

    @Test
    void everyPartOfTheScoreIsNamedAndTheyAddUp() {
        // When
        Score score = Score.of(
                Score.Weights.DEFAULT,
                demanding("billing", 1),
                ANYONE,
                skilled("ada", "billing", 4),
                NOW.plusSeconds(450));

        // Then
        assertThat(score.parts())
                .containsExactly(
                        Map.entry("skill", 0.36),
                        Map.entry("load", 0.30),
                        Map.entry("language", 0.0),
                        Map.entry("idle", 0.075),
                        Map.entry("sticky", 0.0));
        assertThat(score.total()).isEqualTo(0.735);
    }

    @Test
    void amongEqualsTheLessLoadedGetsIt() {
        // Given
        Candidate busy = agent("ada").with(agent("ada").load().plus(Channel.CHAT, 1), NOW);

        // When
        List<Decision> decisions = matching.decide(List.of(waiter("r1", chat())), List.of(busy, agent("ben")), NOW);

        // Then
        assertThat(decisions).extracting(d -> d.agent().agentId()).containsExactly("ben");
    }

    @Test
    void amongEqualsTheLongestIdleGetsIt() {
        // Given
        Candidate idle = agent("zoe").with(agent("zoe").load(), NOW.minus(Duration.ofMinutes(10)));

        // When
        List<Decision> decisions = matching.decide(List.of(waiter("r1", chat())), List.of(agent("ada"), idle), NOW);

        // Then
        assertThat(decisions).extracting(d -> d.agent().agentId()).containsExactly("zoe");
    }

    @Test
    void whoHadItBeforeGetsItBackEvenIfOthersFitBetter() {
        // Given
        Candidate loaded = agent("ada").with(agent("ada").load().plus(Channel.CHAT, 2), NOW);
        Waiter reopened = waiter("r1", Priority.STANDARD, demanding("billing", 0), new Affinity.Prefers("ada"));

        // When
        List<Decision> decisions =
                matching.decide(List.of(reopened), List.of(loaded, skilled("ben", "billing", 5)), NOW);

        // Then
        assertThat(decisions.getFirst().agent().agentId()).isEqualTo("ada");
        assertThat(decisions.getFirst().why()).isEqualTo("had-it-before");
    }

    @Test
    void theLastPlaceGoesToTheMostUrgent() {
        // Given
        Candidate oneLeft = agent("ada").with(agent("ada").load().plus(Channel.CHAT, 2), NOW);
        Waiter standard = waiter("r1", Priority.STANDARD, chat(), ANYONE);
        Waiter urgent = waiter("r2", Priority.URGENT, chat(), ANYONE);

        // When
        List<Decision> decisions = matching.decide(List.of(standard, urgent), List.of(oneLeft), NOW);

        // Then
        assertThat(decisions).extracting(Decision::requestId).containsExactly("r2");
    }

    @Test
    void urgencyIsPriorityThenSlackThenAge() {
        // Given
        Urgency old = new Urgency(Priority.HIGH, NOW.plusSeconds(600), NOW.minusSeconds(60), "a");
        Urgency dueSooner = new Urgency(Priority.HIGH, NOW.plusSeconds(500), NOW, "b");
        Urgency young = new Urgency(Priority.HIGH, NOW.plusSeconds(600), NOW, "c");
        Urgency urgent = new Urgency(Priority.URGENT, NOW.plusSeconds(9_000), NOW, "d");

        // Then
        assertThat(List.of(old, dueSooner, young, urgent).stream().sorted())
                .containsExactly(urgent, dueSooner, old, young);
    }

    @Test
    void nobodyIsFilledBeyondTheWhole() {
        // Given
        List<Waiter> many = List.of(
                waiter("r1", chat()),
                waiter("r2", chat()),
                waiter("r3", chat()),
                waiter("r4", chat()),
                waiter("r5", chat()));

        // When
        List<Decision> decisions = matching.decide(many, List.of(agent("ada")), NOW);

        // Then
        assertThat(decisions).extracting(Decision::requestId).containsExactly("r1", "r2", "r3");
    }

    @Test
    void workIsSpreadWhileSeveralAreFree() {
        // When
        List<Decision> decisions = matching.decide(
                List.of(waiter("r1", chat()), waiter("r2", chat())), List.of(agent("ada"), agent("ben")), NOW);

        // Then
        assertThat(decisions).extracting(d -> d.agent().agentId()).containsExactlyInAnyOrder("ada", "ben");
    }
}
