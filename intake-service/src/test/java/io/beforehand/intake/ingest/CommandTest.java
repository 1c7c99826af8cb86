package io.beforehand.intake.ingest;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.opened;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.EventLimits;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators and agents do with a request. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CommandTest {

    private static final String REPLY =
            "{\"text\":\"On its way\",\"author\":{\"kind\":\"agent\",\"id\":\"ada\",\"name\":\"Ada\"},\"visibility\":\"public\"}";

    @Test
    void aReplyIsToBeDelivered() {
        String requestId = opened();

        String messageId = json().body(REPLY)
                .post("/v1/requests/" + requestId + "/replies")
                .then()
                .statusCode(202)
                .body("outcome", equalTo("recorded"))
                .extract()
                .path("messageId");

        operator()
                .get("/v1/requests/" + requestId)
                .then()
                .body("messages[1].id", equalTo(messageId))
                .body("messages[1].kind", equalTo("reply"))
                .body("messages[1].direction", equalTo("out"))
                .body("messages[1].author.id", equalTo("ada"))
                .body("messages[1].delivery", equalTo("pending"));
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(topic.of(requestId)).last().satisfies(told -> assertThat(told.event())
                                    .isInstanceOfSatisfying(ReplySent.class, reply -> assertThat(reply.deliver())
                                            .isTrue())));
        }
    }

    @Test
    void aReplyThatCouldNotTravelWholeIsRefused() {
        String path = "/v1/requests/" + opened() + "/replies";
        String longest = "去".repeat(EventLimits.MAX_REPLY);

        refused(json().body(REPLY.replace("On its way", longest + "去")).post(path), 400, "invalid-field")
                .body("field", equalTo("text"));
        json().body(REPLY.replace("On its way", longest)).post(path).then().statusCode(202);
    }

    @Test
    void aNoteIsForColleagues() {
        String requestId = opened();

        json().body(REPLY.replace("public", "internal"))
                .post("/v1/requests/" + requestId + "/replies")
                .then()
                .statusCode(202);

        operator()
                .get("/v1/requests/" + requestId)
                .then()
                .body("messages[1].kind", equalTo("note"))
                .body("messages[1].direction", equalTo("internal"))
                .body("messages[1].delivery", nullValue());
    }

    @Test
    void aReplyThatIsSentTwiceUnderOneKeyCountsOnce() {
        String requestId = opened();
        String key = unique("key");
        String path = "/v1/requests/" + requestId + "/replies";

        String messageId =
                json().header("Idempotency-Key", key).body(REPLY).post(path).path("messageId");
        json().header("Idempotency-Key", key)
                .body(REPLY)
                .post(path)
                .then()
                .statusCode(202)
                .body("outcome", equalTo("duplicate"))
                .body("messageId", equalTo(messageId));

        operator().get("/v1/requests/" + requestId).then().body("messages", hasSize(2));
        refused(
                json().header("Idempotency-Key", key)
                        .body(REPLY.replace("way", "road"))
                        .post(path),
                409,
                "id-reused");
    }

    @Test
    void statusAndChangeAreSet() {
        String requestId = opened();

        json().body("{\"status\":\"pending\",\"party\":\"customer\",\"reason\":\"asked for the order number\"}")
                .post("/v1/requests/" + requestId + "/status")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("recorded"));
        json().body("{\"priority\":\"high\",\"category\":\"billing\"}")
                .post("/v1/requests/" + requestId + "/change")
                .then()
                .statusCode(200);

        operator()
                .get("/v1/requests/" + requestId)
                .then()
                .body("status", equalTo("pending"))
                .body("priority", equalTo("high"))
                .body("category", equalTo("billing"));
    }

    @Test
    void whomARequestWaitsForMayChangeWithoutItsStatus() {
        String requestId = opened();
        String path = "/v1/requests/" + requestId + "/status";

        json().body(onHold("supplier")).post(path).then().body("outcome", equalTo("recorded"));
        json().body(onHold("customer")).post(path).then().body("outcome", equalTo("recorded"));
        json().body(onHold("customer")).post(path).then().body("outcome", equalTo("ignored"));
        json().body("{\"status\":\"on-hold\"}").post(path).then().body("outcome", equalTo("ignored"));
    }

    private static String onHold(String party) {
        return "{\"status\":\"on-hold\",\"party\":\"" + party + "\"}";
    }

    @Test
    void aClosedRequestStaysClosed() {
        String requestId = opened();
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + requestId + "/status");

        refused(
                        json().body("{\"status\":\"open\"}").post("/v1/requests/" + requestId + "/status"),
                        422,
                        "transition-not-allowed")
                .body("from", equalTo("closed"));
        refused(json().body(REPLY).post("/v1/requests/" + requestId + "/replies"), 422, "transition-not-allowed");
        refused(
                json().body("{\"priority\":\"urgent\"}").post("/v1/requests/" + requestId + "/change"),
                422,
                "transition-not-allowed");
        operator().get("/v1/requests/" + requestId).then().body("messages.kind", contains("message"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "replies | {}                                                                                  | visibility",
                "replies | {'visibility':'public'}                                                             | author",
                "replies | {'visibility':'public','author':{'kind':'agent','id':'a'}}                          | text",
                "replies | {'visibility':'public','author':{'kind':'agent','id':'a'},'text':'  '}              | text",
                "replies | []                                                                                  | body",
                "status  | {}                                                                                  | status",
                "change  | {}                                                                                  | priority",
                "change  | {'priority':'now'}                                                                  | priority",
            })
    void whatDoesNotFitIsNamed(String command, String body, String field) {
        refused(
                        json().body(body.strip().replace('\'', '"'))
                                .post("/v1/requests/01890000-0000-7000-8000-000000000000/" + command.strip()),
                        400,
                        "invalid-field")
                .body("field", equalTo(field.strip()));
    }

    @Test
    void onlyTheOperatorCommands() {
        refused(
                anyone().contentType("application/json").body(REPLY).post("/v1/requests/" + opened() + "/replies"),
                401,
                "token-invalid");
    }
}
