package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody of ours answers in the page's inbox, and not by us. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class EchoedAnswerTest {

    private static final String SECRET = "a-secret-of-the-app";
    private static final String INBOX = "263902037430900";
    private static final String OUR_APP = "777";

    @Inject
    Tables tables;

    /** One moment for all that follows at once, however long it takes here. */
    private final Instant now = Instant.now();

    private final String account = unique("messenger");
    private final String customer = unique("psid");

    @BeforeEach
    void anAccountThatKnowsItsApp() {
        json().body("{\"secrets\":[\"%s\"],\"verifyToken\":\"t\",\"receiveId\":\"%s\"}".formatted(SECRET, OUR_APP))
                .put("/v1/channels/messenger/" + account)
                .then()
                .statusCode(200);
    }

    @Test
    void itIsAnAgentsAnswer() {
        customerWrote(Duration.ofSeconds(6));

        echoes(INBOX);

        theRequest()
                .body("messages", hasSize(2))
                .body("messages[1].direction", equalTo("out"))
                .body("messages[1].author.kind", equalTo("agent"))
                .body("messages[1].text", equalTo("On its way"));
    }

    @Test
    void itIsOneAlsoIfItComesBeforeTheMessage() {
        echoes(INBOX);

        customerWrote(Duration.ofMinutes(1));

        theRequest()
                .body("messages", hasSize(2))
                .body("messages[1].author.kind", equalTo("agent"))
                .body("messages[1].text", equalTo("On its way"));
        assertThat(tables.number("SELECT count(*) FROM early_answer WHERE account = '" + account + "'"))
                .isZero();
    }

    @Test
    void norDoesTheMessageNeedANameForThat() {
        echoes(INBOX);

        pressedAButton(Duration.ofMinutes(1));

        theRequest().body("messages", hasSize(2)).body("messages[1].text", equalTo("On its way"));
    }

    @Test
    void norDoesItReopenARequestThatWasOverForTooLong() {
        // Given
        customerWrote(Duration.ofMinutes(2));
        tables.execute(
                "UPDATE request SET status = 'resolved', changed_at = now() - interval '25 hours' WHERE account = '"
                        + account + "'");
        echoes(INBOX);

        // When
        customerWrote(Duration.ofMinutes(1));

        // Then
        assertThat(tables.number(
                        "SELECT count(*) FROM message m JOIN request r ON r.id = m.request_id WHERE r.account = '"
                                + account + "' AND r.linked_to IS NOT NULL"))
                .isEqualTo(2);
    }

    @Test
    void aGreetingIsNot() {
        customerWrites();

        echoes(INBOX);

        theRequest().body("messages[1].author.kind", equalTo("bot"));
    }

    @Test
    void whatWeSentIsNotToldTwice() {
        customerWrites();

        echoes(OUR_APP);

        theRequest().body("messages", hasSize(1));
    }

    private void customerWrites() {
        customerWrote(Duration.ZERO);
    }

    private void customerWrote(Duration ago) {
        delivers(now.minus(ago), customer, "page", "\"text\":\"Where is it?\"");
    }

    private void echoes(String app) {
        delivers(now, "page", customer, "\"text\":\"On its way\",\"is_echo\":true,\"app_id\":" + app);
    }

    /** Of which Messenger used not to tell an id. */
    private void pressedAButton(Duration ago) {
        deliversItem(now.minus(ago), customer, "page", "\"postback\":{\"title\":\"Where is it?\"}");
    }

    private void delivers(Instant at, String from, String to, String message) {
        deliversItem(at, from, to, "\"message\":{\"mid\":\"%s\",%s}".formatted(unique("m"), message));
    }

    private void deliversItem(Instant at, String from, String to, String item) {
        byte[] body = Hmac.bytes("""
                {"object":"page","entry":[{"id":"page","messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},
                 "timestamp":%d,%s}]}]}""".formatted(from, to, at.toEpochMilli(), item));
        anyone().contentType("application/json")
                .header(
                        "X-Hub-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(Hmac.sha256(body).under(Hmac.bytes(SECRET))))
                .body(body)
                .post("/v1/channels/messenger/" + account)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse theRequest() {
        String id = operator().get("/v1/requests?account=" + account).path("items[0].id");
        return operator().get("/v1/requests/" + id).then().statusCode(200);
    }
}
