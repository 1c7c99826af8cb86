package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Channel;
import io.beforehand.events.DeliveryKind;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.WebhookSink.Answer;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class AcknowledgementDeliveryTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void anAcknowledgementWaitsForTheClockAndTheOwnerAndTellsBoth() {
        // Given
        stage.outlet("chat", "waits", "/waits");
        Instant due = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        String number = stage.number();
        String requestId = Examples.requestId();

        // When
        StreamEvent opened = stage.bus().send(requestId, Examples.opened(number, Channel.CHAT, "waits", "zh-Hans-CN"));
        stage.bus().send(requestId, Examples.clockStarted(requestId, Metric.FIRST_RESPONSE, due));
        stage.bus().send(requestId, Examples.assigned("Ada"));

        // Then
        Delivery sent = stage.awaitAccepted("/waits", 1).getFirst();
        JsonPath body = JsonPath.from(sent.body());
        assertThat(body.getString("text")).isEqualTo("我们已收到您的请求 " + number + "。我们将在 1 小时内回复您。Ada 正在为您处理。");
        assertThat(Instant.parse(body.getString("expectedBy"))).isEqualTo(due);
        assertThat(body.getMap("$")).containsEntry("deliveryId", sent.id()).containsEntry("kind", "acknowledgement");
        assertThat(sent.headers().get("traceparent"))
                .startsWith(opened.trace().traceparent().substring(0, 36));

        AcknowledgementSent told = await().atMost(Stage.SOON)
                .until(() -> stage.bus().told(requestId, AcknowledgementSent.class), all -> !all.isEmpty())
                .getFirst();
        assertThat(told).isEqualTo(new AcknowledgementSent(sent.id(), Channel.CHAT, "waits", told.sentAt(), due));
        assertThat(told.sentAt()).isBetween(opened.time(), Instant.now());
        assertThat(stage.bus().told(requestId).getFirst().sequence()).isEqualTo(1);
        stage.awaitState(requestId, "sent");
    }

    @Test
    void afterAWhileItGoesWithoutWhatIsMissing() {
        // Given
        stage.outlet("chat", "hurry", "/hurry");
        String requestId = stage.open("chat", "hurry");
        stage.awaitState(requestId, "pending");

        // When
        Database.ahead(OutsideWorld.PATIENCE);

        // Then
        Delivery sent = stage.awaitAccepted("/hurry", 1).getFirst();
        assertThat(JsonPath.from(sent.body()).getMap("$"))
                .containsEntry("requestId", requestId)
                .doesNotContainKey("expectedBy");
        assertThat(JsonPath.from(sent.body()).getString("text")).doesNotContain("hear from us");
    }

    @Test
    void whatIsLearntLaterDoesNotSendASecondOne() {
        // Given
        stage.outlet("chat", "once", "/once");
        String requestId = stage.open("chat", "once");
        stage.awaitState(requestId, "pending");
        Database.ahead(OutsideWorld.PATIENCE);
        stage.awaitAccepted("/once", 1);

        // When
        Instant due = Instant.now().plus(1, ChronoUnit.HOURS);
        StreamEvent clock = stage.bus().send(requestId, Examples.clockStarted(requestId, Metric.FIRST_RESPONSE, due));
        stage.bus().send(requestId, Examples.assigned("Ada"));
        stage.bus().send(clock);
        String later = stage.openAndAssign("chat", "once");

        // Then
        stage.awaitAccepted("/once", 2);
        assertThat(stage.accepted("/once"))
                .extracting(sent -> JsonPath.from(sent.body()).getString("requestId"))
                .containsExactly(requestId, later);
    }

    @Test
    void eventsThatComeBeforeTheOpeningAndCopiesOfItMakeOneAcknowledgement() {
        // Given
        stage.outlet("chat", "early", "/early");
        String requestId = Examples.requestId();
        Instant due = Instant.now().plus(1, ChronoUnit.HOURS);

        // When
        stage.bus().send(requestId, Examples.assigned("Ada"));
        stage.bus().send(requestId, Examples.clockStarted(requestId, Metric.FIRST_RESPONSE, due));
        StreamEvent opened = stage.bus().send(requestId, Examples.opened(stage.number(), Channel.CHAT, "early", "en"));
        stage.bus().send(opened);
        stage.bus().send(opened);

        // Then
        assertThat(JsonPath.from(stage.awaitAccepted("/early", 1).getFirst().body())
                        .getString("text"))
                .contains("within 1 hour", "Ada");
        stage.awaitState(requestId, "sent");
        assertThat(stage.accepted("/early")).hasSize(1);
    }

    @Test
    void anOutletInTroubleIsTriedAgainWithTheSameIdAndTheSameBody() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        stage.outlet("chat", "troubled", "/troubled");
        stage.sink().answer("/troubled", _ -> Answer.status(attempts.incrementAndGet() <= 2 ? 500 : 204));

        // When
        String requestId = stage.openAndAssign("chat", "troubled");
        stage.awaitState(requestId, "failed");
        Database.ahead(Duration.ofSeconds(7));
        await().atMost(Stage.SOON).until(() -> attempts.get() == 2);
        Database.ahead(Duration.ofMinutes(8));

        // Then
        JsonPath delivered = stage.awaitState(requestId, "sent");
        assertThat(delivered.getList("deliveries[0].attempts.outcome"))
                .containsExactly("http-500", "http-500", "accepted");
        List<Delivery> copies = stage.sink().deliveries();
        assertThat(copies).hasSize(3);
        assertThat(copies).extracting(Delivery::id).containsOnly(delivered.getString("deliveries[0].id"));
        assertThat(copies)
                .extracting(Delivery::body)
                .containsOnly(copies.getFirst().body());
        await().atMost(Stage.SOON)
                .until(() ->
                        stage.bus().told(requestId, AcknowledgementSent.class).size() == 1);
    }

    @Test
    void whatWasAcceptedWhileTheDatabaseWasAwayIsRecordedAndNotSentAgain() {
        // Given
        stage.outlet("chat", "away", "/away");
        stage.sink().answer("/away", _ -> {
            LocalStackResource.postgres().kill();
            return Answer.OK;
        });

        // When
        String requestId = stage.openAndAssign("chat", "away");
        stage.awaitAccepted("/away", 1);
        LocalStackResource.postgres().start();

        // Then
        stage.awaitState(requestId, "sent");
        await().atMost(Stage.SOON)
                .until(() ->
                        stage.bus().told(requestId, AcknowledgementSent.class).size() == 1);
        assertThat(stage.accepted("/away")).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndSaid() {
        // Given
        stage.outlet("chat", "refuses", "/refuses");
        stage.sink().answer("/refuses", _ -> Answer.status(422));

        // When
        String requestId = stage.openAndAssign("chat", "refuses");

        // Then
        JsonPath exhausted = stage.awaitState(requestId, "exhausted");
        assertThat(exhausted.getString("deliveries[0].reason")).isEqualTo("http-422");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .containsExactly(new DeliveryFailed(
                        exhausted.getString("deliveries[0].id"), DeliveryKind.ACKNOWLEDGEMENT, "http-422", null)));
    }

    @Test
    void withoutAnOutletItIsSuppressed() {
        // When
        String requestId = stage.openAndAssign("voice", "nobody");

        // Then
        JsonPath suppressed = stage.awaitState(requestId, "suppressed");
        assertThat(suppressed.getString("deliveries[0].reason")).isEqualTo("no-outlet");
        assertThat(suppressed.getList("deliveries[0].attempts.outcome")).containsExactly("no-outlet");
    }

    @Test
    void aSlowOutletAndABrokenOneKeepNobodyElseWaiting() throws InterruptedException {
        // Given
        CountDownLatch released = new CountDownLatch(1);
        stage.outlet("chat", "slow", "/slow");
        stage.outlet("chat", "quick", "/quick");
        Stage.put("/v1/outlets/chat/broken", Map.of("type", "webhook", "url", "http://no-such-host.invalid/x"));
        stage.sink().answer("/slow", _ -> {
            try {
                assertThat(released.await(5, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.OK;
        });
        IntStream.range(0, 60).forEach(_ -> {
            stage.openAndAssign("chat", "slow");
            stage.openAndAssign("chat", "broken");
        });

        // When
        String quick = stage.openAndAssign("chat", "quick");

        // Then
        stage.awaitState(quick, "sent");
        assertThat(stage.accepted("/quick")).hasSize(1);
        assertThat(stage.accepted("/slow")).isEmpty();
        released.countDown();
        stage.awaitAccepted("/slow", 60);
    }

    @Test
    void anUnknownRequestHasNoDeliveriesButAProblem() {
        assertThat(Stage.operator()
                        .get("/v1/requests/" + Examples.requestId() + "/deliveries")
                        .then()
                        .statusCode(404)
                        .extract()
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("request-unknown");
    }
}
