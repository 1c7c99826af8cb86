package io.beforehand.intake.request;

import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two requests turn out to be about one matter. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MergedRequestTest {

    @Inject
    Tables tables;

    private final String customer = unique("lin");
    private final String conversation = unique("c");

    @Test
    void theHistoryOfBothIsShownTogetherAndGoesOnInOne() {
        // Given
        String from = says(customer, conversation, "one");
        String into = says(customer, unique("c"), "two");

        // When
        merge(from, into, "").then().statusCode(200).body("outcome", equalTo("recorded"));
        String later = says(customer, conversation, "three");

        // Then
        assertThat(later).isEqualTo(into);
        operator()
                .get("/v1/requests/" + into)
                .then()
                .body("status", equalTo("open"))
                .body("messages.text", contains("one", "two", "three"))
                .body("messages[0].requestId", equalTo(from))
                .body("messages[1].requestId", nullValue())
                .body("links", contains(Map.of("kind", "merged-from", "requestId", from, "by", "ada")));
        operator()
                .get("/v1/requests/" + from)
                .then()
                .body("status", equalTo("closed"))
                .body("messages.text", contains("one"))
                .body("links", contains(Map.of("kind", "merged-into", "requestId", into, "by", "ada")));
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(from))
                    .last()
                    .extracting(told -> told.event())
                    .isEqualTo(new StatusChanged(RequestStatus.OPEN, RequestStatus.CLOSED, "merged", null)));
        }
    }

    @Test
    void whatNobodyHasAnsweredIsToldInTheOther() {
        // Given
        String answered = says(customer, conversation, "answered");
        replies(answered);
        String waiting = says(customer, unique("c"), "waiting");
        says(customer, conversationOf(waiting), "still waiting");
        String into = says(customer, unique("c"), "two");

        // When
        merge(answered, into, "").then().statusCode(200);
        merge(waiting, into, "").then().statusCode(200);

        // Then
        String first = operator().get("/v1/requests/" + waiting).path("messages[0].id");
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(into))
                    .extracting(told -> told.event())
                    .filteredOn(CustomerMessaged.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(CustomerMessaged.class, asked -> assertThat(asked.messageId())
                            .isEqualTo(first)));
        }
    }

    @Test
    void whatWasResolvedBeforeItWasMergedWaitsForNothingInTheNextOneEither() {
        // Given
        String resolved = says(customer, conversation, "thanks");
        json().body("{\"status\":\"resolved\"}").post("/v1/requests/" + resolved + "/status");
        String from = says(customer, unique("c"), "two");
        String into = says(customer, unique("c"), "three");

        // When
        merge(resolved, from, "").then().statusCode(200);
        merge(from, into, "").then().statusCode(200);

        // Then
        String question = operator().get("/v1/requests/" + from).path("messages[0].id");
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(into))
                    .extracting(told -> told.event())
                    .filteredOn(CustomerMessaged.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(CustomerMessaged.class, asked -> assertThat(asked.messageId())
                            .isEqualTo(question)));
        }
    }

    @Test
    void whatWaitsGoesOnWaitingThroughSeveralMergesWhateverWasRepliedInTheOthersBefore() {
        // Given
        String waiting = says(customer, conversation, "waiting");
        String question = firstMessageOf(waiting);
        String second = says(customer, unique("c"), "two");
        replies(second);
        String third = says(customer, unique("c"), "three");
        replies(third);
        String last = says(customer, unique("c"), "four");

        // When
        merge(waiting, second, "").then().statusCode(200);
        merge(second, third, "").then().statusCode(200);
        merge(third, last, "").then().statusCode(200);

        // Then
        assertThatAsked(third, question);
        assertThatAsked(last, question);
    }

    @Test
    void soDoesWhatAnOlderReplicaMerged() {
        // Given
        String waiting = says(customer, conversation, "waiting");
        String question = firstMessageOf(waiting);
        String second = says(customer, unique("c"), "two");
        replies(second);
        merge(waiting, second, "").then().statusCode(200);
        tables.execute("UPDATE request SET merged_after = NULL WHERE id = '" + waiting + "'");
        String last = says(customer, unique("c"), "three");

        // When
        merge(second, last, "").then().statusCode(200);

        // Then
        assertThatAsked(last, question);
    }

    @Test
    void whatWasAnsweredWhereItWentOnWaitsForNothingInTheNextOnes() {
        // Given
        String from = says(customer, conversation, "one");
        String answered = says(customer, unique("c"), "two");
        replies(answered);
        merge(from, answered, "").then().statusCode(200);
        replies(answered);
        String third = says(customer, unique("c"), "three");
        String question = firstMessageOf(third);
        String last = says(customer, unique("c"), "four");

        // When
        merge(answered, third, "").then().statusCode(200);
        merge(third, last, "").then().statusCode(200);

        // Then
        assertThatAsked(last, question);
    }

    @Test
    void theSameAgainChangesNothing() {
        String from = says(customer, conversation, "one");
        String into = says(customer, unique("c"), "two");
        merge(from, into, "").then().statusCode(200);

        merge(from, into, "").then().statusCode(200).body("outcome", equalTo("ignored"));
    }

    @Test
    void severalMergesLeadToOneRequest() {
        String one = says(customer, conversation, "one");
        String two = says(customer, unique("c"), "two");
        String three = says(customer, unique("c"), "three");
        merge(one, two, "").then().statusCode(200);
        merge(two, three, "").then().statusCode(200);

        assertThat(says(customer, conversation, "four")).isEqualTo(three);
        operator().get("/v1/requests/" + three).then().body("messages.text", contains("one", "two", "three", "four"));
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        String one = says(customer, conversation, "one");
        String two = says(customer, unique("c"), "two");
        String closed = says(customer, unique("c"), "three");
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + closed + "/status");
        String others = says(unique("wang"), unique("c"), "four");

        refused(merge(one, one, ""), 422, "transition-not-allowed").body("reason", equalTo("itself"));
        refused(merge(one, closed, ""), 422, "transition-not-allowed").body("reason", equalTo("target-closed"));
        refused(merge(one, others, ""), 422, "transition-not-allowed").body("reason", equalTo("different-customers"));
        merge(one, others, ",\"force\":true").then().statusCode(200);
        refused(merge(others, one, ",\"force\":true"), 422, "transition-not-allowed")
                .body("reason", equalTo("target-closed"));
        refused(merge(one, two, ",\"force\":true"), 422, "transition-not-allowed")
                .body("reason", equalTo("merged-already"));
        refused(merge(two, "7", ""), 400, "invalid-field").body("field", equalTo("into"));
        refused(merge("7", two, ""), 404, "request-unknown");
        refused(merge(two, "00000000-0000-0000-0000-000000000000", ""), 404, "request-unknown");
    }

    @Test
    void onlyMergingSaysThatSomethingIsMerged() {
        String id = says(customer, conversation, "one");

        refused(
                        json().body("{\"status\":\"closed\",\"reason\":\"merged\"}")
                                .post("/v1/requests/" + id + "/status"),
                        400,
                        "invalid-field")
                .body("field", equalTo("reason"));
    }

    private static void replies(String requestId) {
        json().body("{\"text\":\"Here\",\"visibility\":\"public\",\"author\":{\"kind\":\"agent\",\"id\":\"ada\"}}")
                .post("/v1/requests/" + requestId + "/replies")
                .then()
                .statusCode(202);
    }

    private static String firstMessageOf(String requestId) {
        return operator().get("/v1/requests/" + requestId).path("messages[0].id");
    }

    /** That nothing but this is told as asked in the request, besides what opened it. */
    private static void assertThatAsked(String requestId, String messageId) {
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topic.of(requestId))
                    .extracting(told -> told.event())
                    .filteredOn(CustomerMessaged.class::isInstance)
                    .extracting(asked -> ((CustomerMessaged) asked).messageId())
                    .containsExactly(messageId));
        }
    }

    private static String conversationOf(String requestId) {
        return operator().get("/v1/requests/" + requestId).path("conversation");
    }

    private static Response merge(String from, String into, String more) {
        return json().body("{\"into\":\"" + into + "\",\"by\":\"ada\"" + more + "}")
                .post("/v1/requests/" + from + "/merge");
    }

    private static String says(String who, String conversation, String text) {
        return post(event(unique("e"), "io.beforehand.message.received", """
                        {"channel":"chat","conversation":"%s","text":"%s","customer":{"id":"%s"}}""".formatted(conversation, text, who)))
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].requestId");
    }
}
