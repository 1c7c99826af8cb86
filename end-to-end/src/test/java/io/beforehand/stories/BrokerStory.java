package io.beforehand.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.stories.Clients.Accepted;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Undisturbed
class BrokerStory {

    private static final int SECONDS = Length.of(10, 60);
    private static final int PER_SECOND = 10;

    @Test
    void requestsThatComeWhileTheBrokerIsAwayAreAcceptedAndClockedFromThenAndAcknowledgedOnceAfterwards(
            Beforehand beforehand) {
        // Given
        beforehand.stack().kafka().kill();
        Map<String, Accepted> accepted;
        try (Clients clients = new Clients(
                beforehand,
                SECONDS * PER_SECOND,
                Duration.ofSeconds(1).dividedBy(PER_SECOND),
                n -> Beforehand.patient("broker-" + n))) {

            // When
            accepted = clients.awaitAll();

            // Then nobody was sent away or kept waiting
            assertThat(clients.refusals()).isEmpty();
        }
        assertThat(accepted.values()).allSatisfy(each -> assertThat(Duration.between(each.sentAt(), each.answeredAt()))
                .isLessThan(Duration.ofSeconds(10)));

        // And when the broker is back
        beforehand.stack().kafka().start();

        // Then all goes on as if it had not been away
        new Promises(beforehand).areKeptTo(accepted);
        beforehand.awaitReady();
    }
}
