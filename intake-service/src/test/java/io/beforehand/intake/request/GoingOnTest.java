package io.beforehand.intake.request;

import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Which request a customer's message belongs to when the last one is over. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class GoingOnTest {

    @Inject
    Tables tables;

    private final String conversation = unique("c");

    @Test
    void whoWritesAgainWithinAWeekReopensWhatWasResolved() {
        String resolved = over("resolved", "6 days 23 hours", true);

        assertThat(says(true).getString("outcome")).isEqualTo("appended");
        operator().get("/v1/requests/" + resolved).then().body("status", equalTo("open"));
    }

    @Test
    void whoWritesLaterOpensAnotherThatIsLinkedToIt() {
        String resolved = over("resolved", "7 days 1 minute", true);

        JsonPath accepted = says(true);

        assertThat(accepted.getString("outcome")).isEqualTo("opened");
        operator()
                .get("/v1/requests/" + accepted.getString("requestId"))
                .then()
                .body("links[0].requestId", equalTo(resolved));
        operator().get("/v1/requests/" + resolved).then().body("status", equalTo("resolved"));
    }

    @Test
    void aClosedRequestStaysClosed() {
        over("closed", "0 days", true);

        assertThat(says(true).getString("outcome")).isEqualTo("opened");
    }

    @Test
    void withoutThreadsADayDecides() {
        over("resolved", "23 hours", false);
        assertThat(says(false).getString("outcome")).isEqualTo("appended");
    }

    @Test
    void withoutThreadsWhatComesAfterADayIsSomethingElse() {
        over("resolved", "25 hours", false);
        assertThat(says(false).getString("outcome")).isEqualTo("opened");
    }

    @Test
    void whetherAChannelHasThreadsIsYesOrNo() {
        String said = event(unique("e"), "io.beforehand.message.received", data("\"no\""));

        refused(post(said), 400, "invalid-field").body("field", equalTo("data.threaded"));
    }

    private String over(String status, String ago, boolean threaded) {
        String id = says(threaded).getString("requestId");
        json().body("{\"status\":\"" + status + "\"}")
                .post("/v1/requests/" + id + "/status")
                .then()
                .statusCode(200);
        tables.execute(
                "UPDATE request SET changed_at = beforehand_now() - interval '" + ago + "' WHERE id = '" + id + "'");
        return id;
    }

    private JsonPath says(boolean threaded) {
        String said = threaded
                ? message(unique("e"), conversation, "It is back")
                : event(unique("e"), "io.beforehand.message.received", data("false"));
        return post(said).then().statusCode(202).extract().jsonPath().setRootPath("accepted[0]");
    }

    private String data(String threaded) {
        return """
                {"channel":"chat","conversation":"%s","customer":{"id":"cust-%s"},"text":"It is back","threaded":%s}""".formatted(conversation, conversation, threaded);
    }
}
