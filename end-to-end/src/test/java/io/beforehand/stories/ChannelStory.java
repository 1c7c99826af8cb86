package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.SLA;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Channels that call their own webhooks. */
@SideBySide
class ChannelStory {

    private static final String CHAT = "/customers/help-desk";
    private static final String SECRET = "help-desk-webhook-secret";
    private static final String TOKEN = "telephone-auth-token";
    private static final String TELEPHONE = "https://desk.example.com/telephone";

    @Test
    void aCustomerOfAnotherHelpDeskIsAcknowledgedAndAnAgentsAnswerThereStopsTheClock(Beforehand beforehand) {
        // Given a help desk whose people are nobody's here: others' requests would wait behind this one
        beforehand.put(
                INTAKE,
                "/v1/channels/chatwoot/help-desk",
                Map.of("secrets", List.of(SECRET), "defaults", Map.of("team", Beforehand.PATIENT_TEAM)));
        beforehand.put(
                NOTIFICATION,
                "/v1/outlets/chat/help-desk",
                Map.of(
                        "type", "webhook",
                        "url", beforehand.stack().sink().url(CHAT),
                        "secret", beforehand.stack().secrets().webhookSecret()));

        // When
        chat(beforehand, 501, "incoming", false, "contact", "Mei", "你好，我的退款什么时候到账？");

        // Then
        String requestId = only(beforehand, "help-desk");
        await().atMost(Beforehand.SOON)
                .until(() -> beforehand.delivered(CHAT, requestId).size() == 1);
        assertThat(JsonPath.from(
                                beforehand.delivered(CHAT, requestId).getFirst().body())
                        .getString("kind"))
                .isEqualTo("acknowledgement");
        await().atMost(Beforehand.SOON).until(() -> "running".equals(clock(beforehand, requestId)));

        // When colleagues talk about it, the promise stands
        chat(beforehand, 502, "outgoing", true, "user", "Ada", "Who has the invoice?");
        // When one of them answers, it is kept
        chat(beforehand, 503, "outgoing", false, "user", "Ada", "明天到账。");

        // Then
        await().atMost(Beforehand.SOON).until(() -> "met".equals(clock(beforehand, requestId)));
        assertThat(beforehand.get(INTAKE, "/v1/requests/" + requestId).getList("messages.direction", String.class))
                .containsExactly("in", "out");
    }

    @Test
    void aCallerHearsWhereHeWaits(Beforehand beforehand) {
        // Given a telephone that only people answer of whom there are none
        beforehand.put(
                INTAKE,
                "/v1/channels/twilio/telephone",
                Map.of(
                        "secrets", List.of(TOKEN),
                        "publicUrl", TELEPHONE,
                        "defaults", Map.of("locale", "en", "team", Beforehand.PATIENT_TEAM)));

        // When somebody calls
        Response ringing = call(beforehand);

        // Then he hears that we are there
        assertThat(ringing.statusCode()).isEqualTo(200);
        assertThat(ringing.contentType()).startsWith("text/xml");
        assertThat(ringing.body().asString()).contains("<Say").contains("<Redirect");
        only(beforehand, "telephone");

        // And as soon as it is known, where he waits
        await().atMost(Beforehand.SOON)
                .until(() -> call(beforehand).body().asString().contains("number "));
        only(beforehand, "telephone");
    }

    private static void chat(
            Beforehand beforehand, int id, String type, boolean note, String from, String name, String text) {
        byte[] body =
                """
                {"event": "message_created", "id": %d, "content": "%s", "created_at": "%s", "message_type": "%s",
                 "content_type": "text", "private": %b, "sender": {"id": 77, "name": "%s", "type": "%s"},
                 "account": {"id": 1}, "conversation": {"id": 9, "status": "open"}}""".formatted(id, text, Instant.now(), type, note, name, from).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        byte[] digest = mac("HmacSHA256", SECRET, (timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
        given().baseUri(beforehand.stack().service(INTAKE).url())
                .header("Content-Type", "application/json")
                .header("X-Chatwoot-Timestamp", timestamp)
                .header("X-Chatwoot-Signature", "sha256=" + HexFormat.of().formatHex(digest))
                .header("X-Chatwoot-Delivery", "delivery-" + id)
                .body(body)
                .post("/v1/channels/chatwoot/help-desk")
                .then()
                .statusCode(200);
    }

    private static Response call(Beforehand beforehand) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "CallSid", "CA0123456789",
                "CallStatus", "ringing",
                "Direction", "inbound",
                "From", "+14158675309",
                "To", "+18005551212"));
        String signed = TELEPHONE
                + form.entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining());
        byte[] digest = mac("HmacSHA1", TOKEN, signed.getBytes(StandardCharsets.UTF_8));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return given().baseUri(beforehand.stack().service(INTAKE).url())
                .contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Base64.getEncoder().encodeToString(digest))
                .body(body)
                .post("/v1/channels/twilio/telephone");
    }

    private static byte[] mac(String algorithm, String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one request that came by the account. */
    private static String only(Beforehand beforehand, String account) {
        List<String> ids =
                beforehand.get(INTAKE, "/v1/requests?account=" + account).getList("items.id", String.class);
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    private static String clock(Beforehand beforehand, String requestId) {
        return beforehand.status(SLA, "/v1/requests/" + requestId + "/clocks") == 404
                ? "unknown"
                : OneRequestStory.state(beforehand, requestId, "first-response");
    }
}
