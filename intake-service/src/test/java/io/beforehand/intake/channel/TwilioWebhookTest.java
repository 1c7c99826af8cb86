package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls and messages by way of Twilio, through a proxy that Twilio knows by another address. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class TwilioWebhookTest {

    private static final String TOKEN = "the-auth-token-of-the-account";

    private final String account = unique("line");

    @BeforeEach
    void anAccount() {
        json().body("{\"secrets\":[\"" + TOKEN
                        + "\"],\"publicUrl\":\"https://shop.example\",\"defaults\":{\"locale\":\"zh-TW\"}}")
                .put(address())
                .then()
                .statusCode(200);
    }

    @Test
    void aCallerIsThankedAndKeptOnTheLine() {
        call("ringing")
                .contentType(containsString("text/xml"))
                .body(containsString("<Say language=\"zh-TW\">感謝您的來電"))
                .body(containsString("<Redirect method=\"POST\">https://shop.example" + address() + "</Redirect>"));
    }

    @Test
    void howeverOftenTwilioAsksItIsOneCall() {
        call("ringing");
        call("in-progress").body(not(containsString("感謝")));
        call("in-progress");

        theOnlyRequest()
                .body("channel", equalTo("voice"))
                .body("conversation", equalTo("CA1"))
                .body("customer.id", equalTo("+14155550100"))
                .body("messages", hasSize(1));
    }

    @Test
    void aTextMessageIsAnsweredWithNothing() {
        post(Map.of("MessageSid", "SM1", "From", "+14155550100", "To", "+18005550100", "Body", "你好"))
                .body(equalTo("<Response/>"));

        theOnlyRequest().body("channel", equalTo("sms")).body("messages[0].text", equalTo("你好"));
    }

    @Test
    void whatTwilioDidNotSignIsRefused() {
        refused(
                anyone().contentType("application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", "bm90IGEgc2lnbmF0dXJlIGF0IGFsbA==")
                        .body("CallSid=CA1&CallStatus=ringing")
                        .post(address()),
                401,
                "signature-invalid");
    }

    private String address() {
        return "/v1/channels/twilio/" + account;
    }

    private ValidatableResponse call(String status) {
        return post(Map.of(
                "CallSid", "CA1",
                "CallStatus", status,
                "Direction", "inbound",
                "From", "+14155550100",
                "To", "+18005550100"));
    }

    private ValidatableResponse post(Map<String, String> fields) {
        String signed = "https://shop.example" + address()
                + new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining());
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        byte[] digest = Hmac.sha1(Hmac.bytes(signed)).under(Hmac.bytes(TOKEN));
        return anyone().contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Base64.getEncoder().encodeToString(digest))
                .body(form)
                .post(address())
                .then()
                .statusCode(200);
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
