package io.beforehand.stories;

import io.beforehand.localstack.Service;
import io.beforehand.stories.Clients.Accepted;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Undisturbed
class KillStory {

    private static final int REQUESTS = Length.of(120, 2_000);

    @Test
    void eachServiceIsKilledInTheMiddleOfHundredsOfRequestsAndNoneIsLostOrDoubled(Beforehand beforehand) {
        // Given requests that come in
        Map<String, Accepted> accepted;
        try (Clients clients =
                new Clients(beforehand, REQUESTS, Duration.ofMillis(25), n -> Beforehand.patient("kill-" + n))) {

            // When one service after the other dies and comes back
            Service[] services = Service.values();
            for (int i = 0; i < services.length; i++) {
                clients.awaitAccepted(REQUESTS * (i + 1) / (services.length + 1));
                beforehand.stack().service(services[i]).kill();
                beforehand.stack().service(services[i]).start();
            }
            accepted = clients.awaitAll();
        }
        beforehand.awaitReady();

        // Then
        new Promises(beforehand).areKeptTo(accepted);
    }
}
