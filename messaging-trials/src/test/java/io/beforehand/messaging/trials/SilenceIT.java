package io.beforehand.messaging.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens when a peer neither answers nor hangs up. */
class SilenceIT {

    private static final long SEED = 20_261_123;

    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void connectionsThatFallSilentUnderLoadAreGivenUpAndNothingIsLost() throws Exception {
        try (Traffic traffic = new Traffic(stage, "silent", SEED)) {
            // Given
            Thread load = traffic.inBackground(100, 3_000, 600);
            await().until(() -> traffic.size() > 600);

            // When
            assertThat(stage.line().fallSilent()).isPositive();
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
        }
    }

    @Test
    void aStatementThatWaitsOnASilentConnectionIsTriedAgainOnAnother() throws Exception {
        try (Traffic traffic = new Traffic(stage, "waiting", SEED)) {
            traffic.send(20, 400, 1_000).awaitSent();
            new Audit(stage).passes(traffic);

            // Given
            try (Connection operator = stage.connect()) {
                operator.setAutoCommit(false);
                operator.createStatement().execute("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE");
                traffic.send(20, 400, 1_000).awaitSent();
                await("batches wait for the lock")
                        .until(() -> stage.number("SELECT count(*) FROM pg_locks WHERE NOT granted HAVING count(*) > 0")
                                .isPresent());

                // When
                stage.line().fallSilent();
                operator.rollback();
            }

            // Then
            new Audit(stage).passes(traffic);
        }
    }
}
