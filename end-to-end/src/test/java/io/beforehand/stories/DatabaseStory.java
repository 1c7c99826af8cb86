package io.beforehand.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.stories.Clients.Accepted;
import io.beforehand.stories.Clients.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Undisturbed
class DatabaseStory {

    private static final int REQUESTS = Length.of(100, 1_500);

    @Test
    void theDatabaseIsRestartedAndKilledUnderLoadAndWhateverWasAcceptedIsThere(Beforehand beforehand) {
        // Given requests that come in
        Map<String, Accepted> accepted;
        List<Refusal> refusals;
        try (Clients clients =
                new Clients(beforehand, REQUESTS, Duration.ofMillis(50), n -> Beforehand.patient("database-" + n))) {

            // When the database is restarted, then killed
            clients.awaitAccepted(REQUESTS / 3);
            beforehand.stack().postgres().restart();
            clients.awaitAccepted(REQUESTS * 2 / 3);
            beforehand.stack().postgres().kill();
            beforehand.stack().postgres().start();
            accepted = clients.awaitAll();
            refusals = clients.refusals();
        }
        beforehand.awaitReady();

        // Then who was not accepted was told when to come again
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPresent();
        });

        // And who was, was once
        new Promises(beforehand).areKeptTo(accepted);
    }
}
