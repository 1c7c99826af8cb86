package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel with threads, edits and signatures over the body, from the account to the request. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SlackWebhookTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private final String account = unique("workspace");
    private int events;

    @BeforeEach
    void anAccount() {
        json().body("{\"secrets\":[\"" + SECRET + "\"]}")
                .put("/v1/channels/slack/" + account)
                .then()
                .statusCode(200);
    }

    @Test
    void aThreadIsOneRequest() {
        said("1700000000.000100", null, "Where is my order?");
        said("1700000001.000100", "1700000000.000100", "It should have come on Monday.");

        theOnlyRequest()
                .body("channel", equalTo("chat"))
                .body("conversation", equalTo("T1/C1/1700000000.000100"))
                .body("customer.id", equalTo("T1/U1"))
                .body("messages", hasSize(2))
                .body("messages[0].authStrength", equalTo("body-signed"))
                .body("messages[0].nativeId", equalTo("C1/1700000000.000100"))
                .body("messages[0].deliveryId", equalTo("Ev1"));
    }

    /** What was said longer ago than counts is shown with both times. */
    @Test
    void theTimeThatSlackToldIsShownBesideTheOneThatCounts() {
        said("1700000000.000500", null, "Where is my order?");

        theOnlyRequest()
                .body("messages[0].occurredAtSource", equalTo("2023-11-14T22:13:20Z"))
                .body("messages[0].occurredAt", not(equalTo("2023-11-14T22:13:20Z")));
    }

    @Test
    void whatACustomerChangesIsShownChanged() {
        said("1700000000.000200", null, "Wher is my oder?");

        post("""
                {"type":"message","subtype":"message_changed","channel":"C1","ts":"1700000005.000100",
                 "message":{"type":"message","user":"U1","text":"Where is my order?","ts":"1700000000.000200",
                            "edited":{"user":"U1","ts":"1700000005.000000"}}}""").then().statusCode(200);

        theOnlyRequest()
                .body("messages", hasSize(1))
                .body("messages[0].text", equalTo("Where is my order?"))
                .body("messages[0].amendedAt", notNullValue());
    }

    /** Slack tries a delivery again a minute later, and does not wait with others. */
    @Test
    void whatACustomerChangesBeforeWeHaveItIsShownChanged() {
        post("""
                {"type":"message","subtype":"message_changed","channel":"C1","ts":"1700000005.000600",
                 "message":{"type":"message","user":"U1","text":"Where is my order?","ts":"1700000000.000600",
                            "edited":{"user":"U1","ts":"1700000005.000000"}}}""").then().statusCode(200);

        said("1700000000.000600", null, "Wher is my oder?");

        theOnlyRequest()
                .body("messages", hasSize(1))
                .body("messages[0].text", equalTo("Where is my order?"))
                .body("messages[0].amendedAt", notNullValue());
    }

    @Test
    void whatACustomerTakesBackBeforeWeHaveItIsNotKept() {
        post("""
                {"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000006.000700",
                 "deleted_ts":"1700000000.000700"}""").then().statusCode(200);

        said("1700000000.000700", null, "My password is hunter2");

        theOnlyRequest().body("messages[0].text", nullValue()).body("messages[0].retractedAt", notNullValue());
    }

    @Test
    void ofWhatACustomerTakesBackNothingIsKept() {
        said("1700000000.000300", null, "My password is hunter2");

        post("""
                {"type":"message","subtype":"message_deleted","channel":"C1","ts":"1700000006.000100",
                 "deleted_ts":"1700000000.000300"}""").then().statusCode(200);

        theOnlyRequest().body("messages[0].text", nullValue()).body("messages[0].retractedAt", notNullValue());
    }

    @Test
    void whatCannotBeStoredIsLeftOut() {
        said("1700000000.000400", null, "before\\u0000after \\ud800 end");

        theOnlyRequest().body("messages[0].text", equalTo("beforeafter \uFFFD end"));
    }

    @Test
    void aDeliveryThatIsNotSignedByTheAccountIsRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        refused(anyone().contentType("application/json").body(body).post(address()), 401, "signature-missing");
        refused(deliver(body, "another-secret-entirely", Instant.now()), 401, "signature-invalid");
        refused(deliver(body, SECRET, Instant.now().minusSeconds(301)), 401, "timestamp-outside-window");
        refused(deliver(body, SECRET, Instant.now().plusSeconds(330)), 401, "timestamp-outside-window");
    }

    @Test
    void aSignedDeliveryThatIsNoneOfSlacksIsRefused() {
        refused(deliver("{".getBytes(StandardCharsets.UTF_8), SECRET, Instant.now()), 400, "malformed-delivery");
        refused(deliver("{}".getBytes(StandardCharsets.UTF_8), SECRET, Instant.now()), 400, "malformed-delivery");
    }

    @Test
    void anAccountThatIsUnknownOrDisabledTakesNothing() {
        refused(
                anyone().body("{}").contentType("application/json").post("/v1/channels/slack/nobody"),
                404,
                "account-unknown");
        refused(
                anyone().body("{}").contentType("application/json").post("/v1/channels/fax/nobody"),
                404,
                "channel-unknown");
    }

    @Test
    void anOperatorSeesTheAccountWithoutItsSecrets() {
        operator()
                .get(address())
                .then()
                .statusCode(200)
                .body("secretCount", equalTo(1))
                .body("secrets", nullValue());
        refused(anyone().get(address()), 401, "token-invalid");
    }

    private String address() {
        return "/v1/channels/slack/" + account;
    }

    private void said(String stamp, @Nullable String thread, String text) {
        String inThread = thread == null ? "" : ",\"thread_ts\":\"" + thread + "\"";
        post("{\"type\":\"message\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"" + stamp + "\"" + inThread
                        + ",\"text\":\"" + text + "\"}")
                .then()
                .statusCode(200)
                .body(equalTo(""));
    }

    private Response post(String event) {
        String body = "{\"team_id\":\"T1\",\"type\":\"event_callback\",\"event_id\":\"Ev" + ++events + "\",\"event\":"
                + event + "}";
        return deliver(body.getBytes(StandardCharsets.UTF_8), SECRET, Instant.now());
    }

    private Response deliver(byte[] body, String secret, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] digest = Hmac.sha256(Hmac.bytes("v0:" + timestamp + ":"), body).under(Hmac.bytes(secret));
        return anyone().contentType("application/json")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(digest))
                .body(body)
                .post(address());
    }

    private ValidatableResponse theOnlyRequest() {
        String id = operator()
                .get("/v1/requests?account=" + account)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        return operator().get("/v1/requests/" + id).then().statusCode(200);
    }
}
