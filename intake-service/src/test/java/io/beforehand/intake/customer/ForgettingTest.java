package io.beforehand.intake.customer;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.Tables;
import io.beforehand.intake.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer who is to be forgotten leaves nothing behind but numbers. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ForgettingTest {

    @Inject
    Tables tables;

    @Inject
    Traces traces;

    /** In everything that is his: his id, his words, the names of his conversations and events. */
    private final String his = unique("his");

    @Test
    void nothingThatIsStoredNamesHimAnyMore() {
        // Given
        String first = says("chat", his + "-1", "My card is " + his);
        json().body(
                        "{\"text\":\"Your card %s is blocked\",\"visibility\":\"public\",\"author\":{\"kind\":\"agent\",\"id\":\"ada\"}}"
                                .formatted(his))
                .post("/v1/requests/" + first + "/replies")
                .then()
                .statusCode(202);
        says("chat", his + "-1", "Thanks " + his);
        post(event(
                        "pending-" + his,
                        "io.beforehand.status.changed",
                        "{\"requestId\":\"%s\",\"status\":\"pending\"}".formatted(first)))
                .then()
                .statusCode(202);
        status(first, "closed");
        says("chat", his + "-1", "It is back " + his);
        assertThat(traces.of(his)).contains("customer", "request", "message", "conversation", "received_event");

        // When
        forget(his)
                .statusCode(200)
                .body("identities", equalTo(1))
                .body("requests", equalTo(2))
                .body("erased.message", equalTo(4));

        // Then
        assertThat(traces.of(his)).isEmpty();
        operator()
                .get("/v1/requests/" + first)
                .then()
                .body("status", equalTo("closed"))
                .body("conversation", equalTo(first))
                .body("customer.id", startsWith("forgotten-"))
                .body("customer.name", nullValue())
                .body("messages", hasSize(3))
                .body("messages.text", equalTo(java.util.Arrays.asList(null, null, null)))
                .body("messages[0].author.id", startsWith("forgotten-"))
                .body("messages[1].author.id", equalTo("ada"));
    }

    @Test
    void whatIsCountedIsTheSameBeforeAndAfter() {
        // Given
        String closed = says("chat", his + "-1", "one");
        status(closed, "closed");
        says("sms", his + "-2", "two");
        String counts = """
                SELECT json_build_object(
                    'requests', (SELECT json_agg(c) FROM (SELECT status, priority, tier, channel, account, count(*) FROM request GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5) c),
                    'messages', (SELECT json_agg(c) FROM (SELECT direction, author_kind, count(*), min(occurred_at), max(received_at) FROM message GROUP BY 1, 2 ORDER BY 1, 2) c),
                    'customers', (SELECT json_agg(c) FROM (SELECT channel, account, tier, count(*) FROM customer GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) c),
                    'perCustomer', (SELECT json_agg(c) FROM (SELECT requests, count(*) FROM (SELECT count(*) AS requests FROM request GROUP BY customer_id) r GROUP BY 1 ORDER BY 1) c),
                    'changed', (SELECT max(changed_at) FROM request))::text""";
        String before = tables.text(counts);

        // When
        for (String identity : identities(his)) {
            forget(identity).statusCode(200);
        }

        // Then
        assertThat(tables.text(counts)).isEqualTo(before);
    }

    @Test
    void theOthersAreToldOnEachOfHisRequestsOnce() {
        // Given
        String open = says("chat", his + "-1", "one");
        String closed = says("chat", his + "-2", "two");
        status(closed, "closed");

        // When
        String customer = forget(his).extract().path("customerId");
        forget(customer).statusCode(200).body("requests", equalTo(0));

        // Then
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(forgotten(topic, open)).hasSize(1);
                assertThat(forgotten(topic, closed)).isEqualTo(forgotten(topic, open));
            });
            assertThat(topic.of(closed).getLast().sequence()).isEqualTo(3);
        }
    }

    @Test
    void whatHeWroteInTheRequestOfAnotherGoesAndTheRestOfItStays() {
        // Given
        String conversation = unique("c");
        String others = says(unique("other"), "chat", conversation, "Mine");
        says(his, "chat", conversation, "I am " + his + " and have it too");

        // When
        says("chat", his + "-1", "one");
        forget(his).statusCode(200);

        // Then
        assertThat(traces.of(his)).isEmpty();
        operator()
                .get("/v1/requests/" + others)
                .then()
                .body("conversation", equalTo(conversation))
                .body("messages[0].text", equalTo("Mine"))
                .body("messages[1].text", nullValue());
    }

    @Test
    void whoWritesAgainIsANewCustomerWithANewRequest() {
        // Given
        String before = says("chat", his + "-1", "one");
        forget(his).statusCode(200);

        // When
        String next = says("chat", his + "-1", "two");

        // Then
        assertThat(next).isNotEqualTo(before);
        operator().get("/v1/requests/" + next).then().body("links", nullValue()).body("customer.id", equalTo(his));
        operator()
                .get("/v1/customers/" + his)
                .then()
                .body("requests", hasSize(1))
                .body("identities", hasSize(1));
    }

    @Test
    void theRequestGoesOnBeingWorkedOn() {
        String id = says("chat", his + "-1", "one");
        forget(his).statusCode(200);

        status(id, "resolved");

        operator().get("/v1/requests/" + id).then().body("status", equalTo("resolved"));
    }

    @Test
    void anIdThatSeveralCustomersHaveNamesNone() {
        says("chat", his + "-1", "one");
        says("sms", his + "-2", "two");

        refused(json().post("/v1/customers/" + his + "/forget"), 409, "customer-ambiguous");
        assertThat(traces.of(his)).contains("message");
    }

    @Test
    void whoIsNotThereCannotBeForgottenAndNotEverybodyMayForget() {
        refused(json().post("/v1/customers/" + unique("none") + "/forget"), 404, "not-found");
        refused(anyone().post("/v1/customers/" + his + "/forget"), 401, "token-invalid");
    }

    private static List<CustomerForgotten> forgotten(RequestsTopic topic, String requestId) {
        return topic.of(requestId).stream()
                .map(told -> told.event())
                .filter(CustomerForgotten.class::isInstance)
                .map(CustomerForgotten.class::cast)
                .toList();
    }

    private static List<String> identities(String id) {
        JsonPath customer = operator().get("/v1/customers/" + id).jsonPath();
        return customer.getList("identities.customerId");
    }

    private static ValidatableResponse forget(String id) {
        return json().post("/v1/customers/" + id + "/forget").then();
    }

    private static void status(String requestId, String status) {
        json().body("{\"status\":\"" + status + "\"}")
                .post("/v1/requests/" + requestId + "/status")
                .then()
                .statusCode(200);
    }

    private String says(String channel, String conversation, String text) {
        return says(his, channel, conversation, text);
    }

    private static String says(String customer, String channel, String conversation, String text) {
        return post(event(unique(customer), "io.beforehand.message.received", """
                        {"channel":"%s","conversation":"%s","subject":"%s","text":"%s",
                         "customer":{"id":"%s","name":"%s","address":"%s","timeZone":"Asia/Shanghai","locale":"zh-CN"},
                         "attachments":[{"name":"%s.png","url":"https://files.example/%s"}]}""".formatted(
                                channel, conversation, text, text, customer, customer, customer, customer, customer)))
                .then()
                .statusCode(202)
                .body("accepted[0].outcome", not(equalTo("ignored")))
                .extract()
                .path("accepted[0].requestId");
    }
}
