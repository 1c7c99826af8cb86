package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.events.Channel;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail by way of a provider, and what the provider tells of our answer. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MailProviderTest {

    private static final String KEY = "key-of-the-account";
    private static final String TIME = Long.toString(Instant.now().getEpochSecond());

    private final RequestsTopic topic = new RequestsTopic();
    private final String account = unique("mailgun");
    private String token = "";

    @BeforeEach
    void anAccount() {
        json().body("{\"secrets\":[\"" + KEY + "\"]}")
                .put("/v1/channels/email-mailgun/" + account)
                .then()
                .statusCode(200);
    }

    @AfterEach
    void leaveTopic() {
        topic.close();
    }

    @Test
    void aBounceOfOurMailReachesTheRequestThatItWasSentInAndTellsItOnce() {
        // Given
        route("From: jo@home.example\r\nSubject: Order\r\n\r\nWhere is it?")
                .then()
                .statusCode(200);
        String request = onlyRequest();
        String token = replyToken(request);

        // When
        bounced("anothers@shop.example", "a");
        bounced("d1." + "a".repeat(40) + "@shop.example", "b");
        bounced("d1." + token + "@shop.example", "c");
        bounced("d1." + token + "@shop.example", "c");
        route("From: jo@home.example\r\nSubject: Order\r\n\r\nAnd where is this?")
                .then()
                .statusCode(200);

        // Then
        await().untilAsserted(() -> assertThat(events(request))
                .filteredOn(RequestEvent.ReceiptReceived.class::isInstance)
                .containsExactly(new RequestEvent.ReceiptReceived("d1", "bounced-hard")));
    }

    @Test
    void whoeverUnsubscribesInAMailOfOursOptsOutOfThatMail() {
        // Given
        route("From: jo@home.example\r\nSubject: Order\r\n\r\nWhere is it?")
                .then()
                .statusCode(200);
        String request = onlyRequest();
        String token = replyToken(request);

        // When
        told("\"event\":\"unsubscribed\",\"recipient\":\"jo@home.example\"", "d1." + token + "@shop.example", "a");

        // Then
        await().untilAsserted(() -> assertThat(events(request))
                .filteredOn(RequestEvent.ContactOptedOut.class::isInstance)
                .containsExactly(new RequestEvent.ContactOptedOut(Channel.EMAIL, account, "jo@home.example", "d1")));
    }

    @Test
    void aMailThatNobodyCanReadIsNotSentAgain() {
        route("Subject: from nobody\r\n\r\n").then().statusCode(406);
    }

    private Response route(String mail) {
        return anyone().contentType(ContentType.URLENC)
                .formParam("timestamp", TIME)
                .formParam("token", token())
                .formParam("signature", sign())
                .formParam("body-mime", mail)
                .post("/v1/channels/email-mailgun/" + account);
    }

    private String onlyRequest() {
        return operator()
                .get("/v1/requests?account=" + account)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
    }

    private String replyToken(String request) {
        return await().until(() -> events(request), events -> !events.isEmpty()).stream()
                .map(event -> ((RequestEvent.RequestOpened) event).mail().replyToken())
                .findFirst()
                .orElseThrow();
    }

    private void bounced(String messageId, String id) {
        told("\"event\":\"failed\",\"severity\":\"permanent\"", messageId, id);
    }

    private void told(String what, String messageId, String id) {
        token();
        anyone().contentType(ContentType.JSON)
                .body("""
                        {"signature":{"timestamp":"%s","token":"%s","signature":"%s"},
                         "event-data":{%s,"id":"%s","timestamp":1521472262.9,
                                       "message":{"headers":{"message-id":"%s"}}}}""".formatted(TIME, token, sign(), what, id, messageId))
                .post("/v1/channels/email-mailgun/" + account)
                .then()
                .statusCode(200);
    }

    /** Used once. */
    private String token() {
        token = unique("token");
        return token;
    }

    private String sign() {
        return HexFormat.of().formatHex(Hmac.sha256(Hmac.bytes(TIME + token)).under(Hmac.bytes(KEY)));
    }

    private List<RequestEvent> events(String requestId) {
        return topic.of(requestId).stream()
                .map(StreamEvent::event)
                .map(RequestEvent.class::cast)
                .toList();
    }
}
