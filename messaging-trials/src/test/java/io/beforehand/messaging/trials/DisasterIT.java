package io.beforehand.messaging.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** What happens when somebody puts an older database or another topic under a running service. */
class DisasterIT {

    private static final long SEED = 20_261_122;

    @Test
    void aDatabaseRestoredToAnEarlierStateReadsWhatItLacks() throws Exception {
        try (Stage stage = new Stage();
                Traffic traffic = new Traffic(stage, "restored", SEED)) {
            // Given
            traffic.send(50, 1_000, 1_000).awaitSent();
            new Audit(stage).passes(traffic);
            stage.backUpDatabase();
            traffic.send(50, 1_000, 1_000).awaitSent();
            new Audit(stage).passes(traffic);

            // When
            stage.restoreDatabase();
            traffic.send(50, 500, 500).awaitSent();

            // Then
            new Audit(stage).passes(traffic);
        }
    }

    @Test
    void aTopicThatWasMadeAnewIsNotReadUntilSomebodyDecides() throws Exception {
        try (Stage stage = new Stage();
                Traffic before = new Traffic(stage, "before", SEED)) {
            // Given
            before.send(20, 400, 1_000).awaitSent();
            new Audit(stage).passes(before);

            // When
            stage.deleteTopic();
            stage.createTopic();
            await("readiness says why it fails")
                    .until(() -> stage.replica(1).readiness().contains("made anew")
                            && stage.replica(2).readiness().contains("made anew"));

            // Then
            try (Traffic after = new Traffic(stage, "after", SEED)) {
                after.send(20, 400, 1_000).awaitSent();
                assertThat(stage.number("SELECT count(*) FROM entry WHERE request_id LIKE 'after-%'"))
                        .contains(0L);
                new Audit(stage).passes(before);
            }
        }
    }
}
