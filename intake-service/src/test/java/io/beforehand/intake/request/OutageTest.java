package io.beforehand.intake.request;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Accepted means stored: without the broker everything is accepted, without the database nothing. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class OutageTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    void withoutTheBrokerEventsAreAcceptedAndToldLater() {
        LocalStackResource.kafka().kill();
        String requestId;
        try {
            requestId = post(message(unique("e"), unique("c"), "one"))
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("accepted[0].requestId");
            anyone().get("/q/health/live").then().statusCode(200);
            await().atMost(RECOVERY).untilAsserted(() -> anyone().get("/q/health/ready")
                    .then()
                    .body("checks.findAll { it.status != 'UP' }.name", empty())
                    .statusCode(200));
        } finally {
            LocalStackResource.kafka().start();
        }

        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(topic.of(requestId)).hasSize(1));
        }
    }

    @Test
    void withoutTheDatabaseSendersAreAskedToComeBackAndMay() {
        String event = message(unique("e"), unique("c"), "one");
        LocalStackResource.postgres().kill();
        try {
            mustBeAskedToComeBack(() -> post(event));
            anyone().get("/q/health/live").then().statusCode(200);
        } finally {
            LocalStackResource.postgres().start();
        }

        await().atMost(RECOVERY).until(() -> post(event).statusCode() == 202);
        post(event).then().statusCode(202).body("accepted[0].outcome", equalTo("duplicate"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAsGoodAsNone() throws SQLException {
        String event = message(unique("e"), unique("c"), "one");
        try (Connection blocker = LocalStackResource.postgres().connect("intake");
                Statement lock = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            lock.execute("LOCK TABLE conversation");
            mustBeAskedToComeBack(() -> post(event));
        }

        await().atMost(RECOVERY).until(() -> post(event).statusCode() == 202);
    }

    /** Soon, unless the machine had no time for it: then he asks again. */
    private static void mustBeAskedToComeBack(Supplier<Response> asking) {
        await().atMost(RECOVERY).untilAsserted(() -> {
            Response response = asking.get();
            refused(response, 503, "storage-unavailable");
            assertThat(response.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(response.timeIn(TimeUnit.MILLISECONDS)).isLessThan(7_000);
        });
    }
}
