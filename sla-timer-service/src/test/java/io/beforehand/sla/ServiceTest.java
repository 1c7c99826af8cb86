package io.beforehand.sla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.testing.LocalStackResource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What the tests of the running service share: its surroundings, the events they tell, and the database's clock. */
@WithTestResource(LocalStackResource.class)
@WithTestResource(Streams.Topics.class)
@WithTestResource(PromiseFileInServiceTest.File.class)
abstract class ServiceTest {

    /** More than what the service calls a jump, and than two questions to the database take. */
    private static final Duration JUMP = Duration.ofSeconds(30);

    static Streams streams;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    @BeforeAll
    static void openStreams() {
        streams = new Streams();
    }

    @AfterAll
    static void closeStreams() throws InterruptedException {
        streams.close();
    }

    @AfterEach
    void setClockRight() {
        moveClock(Duration.ZERO);
    }

    static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    static RequestOpened opening(Priority priority, String tier) {
        return new RequestOpened(
                "R-1",
                priority,
                tier,
                null,
                null,
                Channel.WEB,
                "default",
                "c1",
                null,
                new Customer("u1", null, null, null, null),
                "m1",
                "help",
                Instant.now(),
                null);
    }

    static AcknowledgementSent acknowledgement(Instant sentAt) {
        return new AcknowledgementSent("d1", Channel.CHAT, "default", sentAt, null);
    }

    static ReplySent reply(AuthorKind kind, Visibility visibility) {
        return new ReplySent("m2", new Author(kind, "ada", "Ada"), visibility, "hello", false, Instant.now());
    }

    /** A policy of its own for a test: the tier that it is for is its id. */
    static String policyFor(String goals) {
        String tier = "t-" + UUID.randomUUID();
        yaml("when: {tier: [" + tier + "]}\npauseOn: [pending]\ngoals: " + goals)
                .put("/v1/policies/" + tier)
                .then()
                .statusCode(201);
        return tier;
    }

    /** The operator sends YAML, which RestAssured knows nothing of. */
    static RequestSpecification yaml(String document) {
        return operator().contentType("application/yaml").body(document.getBytes(StandardCharsets.UTF_8));
    }

    static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN);
    }

    static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(60));
    }

    /** Waits until the service tells that of the request's clock; what it told instead, if not. */
    static void waitFor(String requestId, String metric, String kind) {
        soon().untilAsserted(() -> assertThat(streams.kinds(requestId, metric)).contains(kind));
    }

    /** From now on the database's clock is so far ahead. */
    void moveClock(Duration ahead) {
        setClock("clock_timestamp() + interval '" + ahead.toMillis() + " milliseconds'");
    }

    /** Holds the clock of the database. */
    void stopClock(Instant at) {
        setClock("timestamptz '" + at + "'");
    }

    /** Returns when the service knows of it: between its questions it goes by what it last heard. */
    private void setClock(String now) {
        Counter jumps = meters.counter("beforehand.alarm.clock.jumps");
        double before = jumps.count();
        Instant was = databaseTime();
        wait(pool.query(
                        "CREATE OR REPLACE FUNCTION beforehand_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE"
                                + " AS $$SELECT " + now + "$$")
                .execute());
        if (Duration.between(was, databaseTime()).abs().compareTo(JUMP) > 0) {
            soon().until(() -> jumps.count() > before);
        }
    }

    Instant databaseTime() {
        return wait(pool.query("SELECT beforehand_now() AS now").execute())
                .iterator()
                .next()
                .get(OffsetDateTime.class, "now")
                .toInstant();
    }

    static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
