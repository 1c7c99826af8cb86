package io.beforehand.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.localstack.testing.LocalStackResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Intake as its callers use it. */
public final class Api {

    public static final String STRUCTURED = "application/cloudevents+json";
    public static final String BATCHED = "application/cloudevents-batch+json";
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private Api() {}

    public static RequestSpecification anyone() {
        return given().config(RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset("UTF-8")
                        .encodeContentTypeAs(STRUCTURED, io.restassured.http.ContentType.TEXT)
                        .encodeContentTypeAs(BATCHED, io.restassured.http.ContentType.TEXT)));
    }

    public static RequestSpecification operator() {
        return anyone().header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN);
    }

    public static RequestSpecification json() {
        return operator().contentType("application/json");
    }

    public static Response post(String event) {
        return operator().contentType(STRUCTURED).body(event).post("/v1/events");
    }

    public static Response postBatch(String... events) {
        return operator()
                .contentType(BATCHED)
                .body("[" + String.join(",", events) + "]")
                .post("/v1/events");
    }

    /** Opens a request in a conversation of its own. */
    public static String opened() {
        return post(message(unique("e"), unique("c"), "Where is my order?"))
                .then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("opened"))
                .extract()
                .path("accepted[0].requestId");
    }

    public static String message(String id, String conversation, String text) {
        return event(id, "io.beforehand.message.received", """
                {"channel":"chat","conversation":"%s","customer":{"id":"cust-%s","name":"林","locale":"zh-CN"},"text":"%s"}""".formatted(conversation, conversation, text));
    }

    public static String event(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/shop","type":"%s","data":%s}""".formatted(id, type, data);
    }

    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** Signs as Standard Webhooks says, at a time of the test's choice. */
    public static RequestSpecification signed(String id, byte[] body, String secret, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
            return anyone().header("webhook-id", id)
                    .header("webhook-timestamp", timestamp)
                    .header("webhook-signature", "v1," + signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void account(String source, String... secrets) {
        json().urlEncodingEnabled(false)
                .body("{\"secrets\":[\"" + String.join("\",\"", secrets) + "\"]}")
                .put("/v1/channels/cloudevents/" + java.net.URLEncoder.encode(source, StandardCharsets.UTF_8))
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse refused(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
