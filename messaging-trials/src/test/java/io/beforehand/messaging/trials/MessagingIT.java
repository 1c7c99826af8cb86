package io.beforehand.messaging.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Event;
import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.StreamEvent;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What messaging promises, while broker, database and replicas are killed, frozen and restarted under load. */
class MessagingIT {

    private static final long SEED = 20_261_121;
    private static final Duration OUTAGE = Duration.ofSeconds(3);
    private static final int RUSH = 30_000;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Traffic traffic(String name) {
        return new Traffic(stage, name, SEED);
    }

    @Test
    void copiesOfEventsCountOnce() throws Exception {
        try (Traffic traffic = traffic("copies")) {
            // When
            traffic.send(100, 2_000, 2_000).awaitSent();

            // Then
            new Audit(stage).passes(traffic);
        }
    }

    @Test
    void aBrokerThatIsKilledAndComesBackLosesNothing() throws Exception {
        try (Traffic traffic = traffic("broker")) {
            // Given
            Thread load = traffic.inBackground(100, 3_000, 600);

            // When
            await().until(() -> traffic.size() > 600);
            stage.kafka().kill();
            await().pollDelay(OUTAGE).until(() -> true);
            stage.kafka().start();
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
        }
    }

    @Test
    void aDatabaseThatIsKilledAndComesBackLosesNothing() throws Exception {
        try (Traffic traffic = traffic("database")) {
            // Given
            Thread load = traffic.inBackground(100, 3_000, 600);

            // When
            await().until(() -> traffic.size() > 600);
            stage.postgres().kill();
            await().pollDelay(OUTAGE).until(() -> true);
            stage.postgres().start();
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
        }
    }

    @Test
    void aRollingRestartUnderLoadLosesNothingAndSetsNothingAside() throws Exception {
        try (Traffic traffic = traffic("rolling")) {
            // Given
            Thread load = traffic.inBackground(100, 6_000, 400);
            await().until(() -> traffic.size() > 200);

            // When
            for (int number = 1; number <= 2; number++) {
                stage.replica(number).restart();
                stage.replica(number).waitUntilReady(Duration.ofSeconds(90));
            }
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
            stage.waitUntilReady();
        }
    }

    @Test
    void aReplicaThatIsKilledIsReplacedByTheOther() throws Exception {
        try (Traffic traffic = traffic("killed")) {
            // Given
            Thread load = traffic.inBackground(100, 2_000, 500);
            await().until(() -> traffic.size() > 500);

            // When
            stage.replica(1).kill();
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
            stage.replica(1).start();
            stage.waitUntilReady();
        }
    }

    @Test
    void aReplicaThatWakesAfterItsPartitionsMovedWritesNothing() throws Exception {
        try (Traffic traffic = traffic("frozen")) {
            // Given
            Thread load = traffic.inBackground(100, 8_000, 500);
            await().until(() -> traffic.size() > 500);

            // When
            stage.replica(1).freeze();
            await("the other replica owns everything")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> stage.number("SELECT count(*) FROM partition_owner WHERE owner = 'ledger-2'")
                                    .orElse(0L)
                            == 12);
            stage.replica(1).thaw();
            load.join();

            // Then
            new Audit(stage).passes(traffic.awaitSent());
            stage.waitUntilReady();
        }
    }

    @Test
    void anEventThatComesBeforeItsOpeningWaitsForIt() throws Exception {
        try (Traffic traffic = traffic("early")) {
            // Given
            StreamEvent second = new StreamEvent(
                    "early-0",
                    2,
                    Traffic.TIME,
                    null,
                    new RequestEvent.CustomerMessaged("m-2", "early", Traffic.TIME, null));
            traffic.transmit(second);
            await().untilAsserted(() -> assertThat(
                            stage.number("SELECT count(*) FROM early_event WHERE request_id = 'early-0'"))
                    .contains(1L));

            // When
            traffic.open();
            traffic.say("early-0", "early");

            // Then
            new Audit(stage).passes(traffic.awaitSent());
            assertThat(stage.number("SELECT count(*) FROM early_event WHERE request_id = 'early-0'"))
                    .contains(0L);
        }
    }

    @Test
    void poisonIsSetAsideAndItsNeighboursAreUnharmed() throws Exception {
        try (Traffic traffic = traffic("good")) {
            // Given
            String key = "poison-0";
            traffic.send(20, 200, 2_000);

            // When
            traffic.transmit(new ProducerRecord<>(Owner.REQUESTS.topic(), key.getBytes(UTF_8), new byte[] {0, 1, -1}));
            traffic.transmit(new ProducerRecord<>(Owner.REQUESTS.topic(), key.getBytes(UTF_8), null));
            traffic.transmit(new StreamEvent(key, 1, Traffic.TIME, null, Traffic.opened(key)));
            traffic.transmit(new StreamEvent(
                    key,
                    2,
                    Traffic.TIME,
                    null,
                    new RequestEvent.CustomerMessaged("m-2", "nul\u0000", Traffic.TIME, null)));
            traffic.transmit(new StreamEvent(
                    key, 3, Traffic.TIME, null, new RequestEvent.CustomerMessaged("m-3", "fine", Traffic.TIME, null)));
            traffic.send(20, 200, 2_000).awaitSent();

            // Then
            new Audit(stage).passes(traffic);
            await().untilAsserted(() -> assertThat(
                            stage.number("SELECT count(*) FROM entry WHERE request_id = 'poison-0' AND seq IN (1, 3)"))
                    .contains(2L));
            assertThat(stage.number("SELECT count(*) FROM dead_letter WHERE request_id = 'poison-0'"))
                    .contains(3L);
            assertThat(
                            stage.number(
                                    "SELECT count(*) FROM dead_letter WHERE request_id = 'poison-0' AND reason = 'payload-holds-nul'"))
                    .contains(1L);
        }
    }

    @Test
    void aReplayFillsTheHoleThatASetAsideEventLeft() throws Exception {
        try (Traffic traffic = traffic("replay")) {
            // Given
            stage.execute("ALTER TABLE entry ADD CONSTRAINT refused CHECK (text <> 'refused')");
            String id = traffic.open();
            traffic.say(id, "refused");
            traffic.say(id, "after the hole");
            traffic.awaitSent();
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                            stage.number("SELECT count(*) FROM entry WHERE request_id = '" + id + "'"))
                    .contains(2L));
            stage.execute("ALTER TABLE entry DROP CONSTRAINT refused");

            // When
            stage.execute("UPDATE dead_letter SET state = 'replay-requested' WHERE request_id = '" + id + "'");

            // Then
            await().untilAsserted(() -> assertThat(stage.number(
                            "SELECT count(*) FROM dead_letter WHERE request_id = '" + id + "' AND state = 'replayed'"))
                    .contains(1L));
            stage.execute("DELETE FROM dead_letter WHERE request_id = '" + id + "'");
            new Audit(stage).passes(traffic);
        }
    }

    @Test
    void anEventThatNoBrokerTakesIsSetAsideAndItsLaneGoesOn() throws Exception {
        try (Traffic traffic = traffic("large")) {
            // Given
            String id = traffic.open();
            traffic.say(id, "too large to be told");

            // When
            traffic.say(id, "told all the same");
            traffic.awaitSent();

            // Then
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(stage.number(
                            "SELECT count(*) FROM dead_letter WHERE origin = 'outbox' AND reason = 'record-too-large'"
                                    + " AND event_id = '" + id + ":2'"))
                    .contains(1L));
            await().untilAsserted(() ->
                    assertThat(stage.number("SELECT count(*) FROM outbox")).contains(0L));
            assertThat(new Audit(stage).told(id)).containsExactly(1L, 3L);
        }
    }

    @Test
    void aRushAfterAQuietTimeIsSentOnceEachAlthoughThePlannerThinksThereIsNothing() throws Exception {
        try (Traffic traffic = traffic("quiet")) {
            // Given
            traffic.send(20, 400, 400).awaitSent();
            new Audit(stage).passes(traffic);
            stage.execute("VACUUM (ANALYZE, TRUNCATE false) outbox");
            Event told = new QueueMoved("team", 1, Duration.ZERO);

            // When
            stage.execute(
                    """
                    INSERT INTO outbox (lane, request_id, seq, type, occurred_at, payload)
                    SELECT n %% 12, 'rush-' || n, 1, '%s', now(), '\\x%s' FROM generate_series(1, %d) AS n""".formatted(EventType.nameOf(told), HexFormat.of().formatHex(EventCodec.encode(told)), RUSH));

            // Then
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(stage.number("SELECT count(*) FROM outbox"))
                            .contains(0L));
            assertThat(new Audit(stage).toldOf("rush-")).hasSize(RUSH).doesNotHaveDuplicates();
        }
    }
}
