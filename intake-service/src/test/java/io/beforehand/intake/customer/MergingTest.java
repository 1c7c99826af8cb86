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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.events.RequestEvent.CustomerMerged;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.Tables;
import io.beforehand.intake.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two customers turn out to be one person. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MergingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = 10;

    @Inject
    Tables tables;

    @Inject
    Traces traces;

    private final String phone = unique("phone");
    private final String mail = unique("mail");

    @Test
    void eachIdentityShowsAllThatIsHis() {
        // Given
        String first = says(phone, "sms", null);
        String second = says(mail, "email", "vip");

        // When
        String person = merge(phone, mail)
                .statusCode(200)
                .body("outcome", equalTo("recorded"))
                .extract()
                .path("customerId");

        // Then
        for (String id : List.of(phone, mail, person, customerId(phone, "sms"))) {
            operator()
                    .get("/v1/customers/" + id)
                    .then()
                    .body("id", equalTo(mail))
                    .body("customerId", equalTo(person))
                    .body("tier", equalTo("vip"))
                    .body("identities.id", containsInAnyOrder(phone, mail))
                    .body("identities.find { it.id == '%s' }.mergedInto".formatted(phone), equalTo(person))
                    .body("identities.find { it.id == '%s' }.mergedInto".formatted(mail), nullValue())
                    .body("requests.id", contains(second, first));
        }
        operator().get("/v1/requests?customer=" + phone).then().body("items.id", contains(second, first));
        operator()
                .get("/v1/requests/" + first)
                .then()
                .body("tier", equalTo("vip"))
                .body("customer.id", equalTo(phone));
    }

    @Test
    void theOthersAreToldOnHisRequestsThatAreNotClosedAndOnLaterOnes() {
        // Given
        String open = says(phone, "sms", null);
        String closed = says(phone, "chat", null);
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + closed + "/status");
        says(mail, "email", null);

        // When
        merge(customerId(phone, "sms"), mail).statusCode(200);
        String later = says(phone, "sms", null, unique("c"));

        // Then
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(merged(topic, open)).containsExactly(phone + " is " + mail);
                assertThat(merged(topic, later)).containsExactly(phone + " is " + mail);
            });
            assertThat(merged(topic, closed)).isEmpty();
        }
    }

    @Test
    void requestsOfOnePersonAreMergedWithoutForce() {
        // Given
        String texted = says(phone, "sms", null);
        String mailed = says(mail, "email", null);
        merge(customerId(phone, "sms"), mail).statusCode(200);

        // When
        json().body("{\"into\":\"" + mailed + "\"}")
                .post("/v1/requests/" + texted + "/merge")
                .then()
                .statusCode(200);
    }

    @Test
    void whoBecomesPartOfAPersonWhoIsMergedFurtherIsToldOfToo() {
        // Given
        String called = unique("called");
        String open = says(called, "voice", null);
        says(phone, "sms", null);
        says(mail, "email", "vip");
        merge(customerId(called, "voice"), phone).statusCode(200);

        // When
        merge(customerId(phone, "sms"), mail).statusCode(200);

        // Then
        try (RequestsTopic topic = new RequestsTopic()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(merged(topic, open))
                    .containsExactly(called + " is " + phone, called + " is " + mail));
        }
    }

    @Test
    void mergingAgainOrBackChangesNothing() {
        says(phone, "sms", null);
        says(mail, "email", null);
        merge(phone, mail).statusCode(200);
        String person =
                merge(phone, mail).body("outcome", equalTo("ignored")).extract().path("customerId");

        merge(mail, phone).body("outcome", equalTo("ignored")).body("customerId", equalTo(person));
    }

    @Test
    void threeInACircleAreOnePersonWithoutDetours() {
        String chat = unique("chat");
        says(phone, "sms", null);
        says(mail, "email", null);
        says(chat, "chat", null);

        merge(phone, mail).statusCode(200);
        merge(mail, chat).statusCode(200);
        merge(chat, phone).statusCode(200).body("outcome", equalTo("ignored"));

        assertThat(detours()).isZero();
        operator()
                .get("/v1/customers/" + phone)
                .then()
                .body("id", equalTo(chat))
                .body("identities", hasSize(3));
    }

    @Test
    void whoeverMergesAtTheSameMomentNobodyEndsInACircle() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> ids = List.of(unique("a"), unique("b"), unique("c"), unique("d"));
                ids.forEach(id -> says(id, "chat", null));
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int i = 0; i < ids.size(); i++) {
                    String from = ids.get(i);
                    String into = ids.get((i + 1) % ids.size());
                    calls.add(() -> merge(from, into).extract().statusCode());
                    calls.add(() -> merge(into, from).extract().statusCode());
                    calls.add(() -> says(from, "chat", null, unique("c")).length() > 0 ? 200 : 0);
                }

                for (Future<Integer> call : callers.invokeAll(calls)) {
                    assertThat(call.get()).isEqualTo(200);
                }

                assertThat(detours()).isZero();
                operator()
                        .get("/v1/customers/" + ids.getFirst())
                        .then()
                        .body("identities", hasSize(4))
                        .body("requests", hasSize(8));
            }
        }
    }

    @Test
    void aPersonIsForgottenWithAllOfHisIdentities() {
        String his = unique("his");
        says(his + "-1", "sms", null);
        says(his + "-2", "email", null);
        merge(his + "-1", his + "-2").statusCode(200);

        json().post("/v1/customers/" + his + "-1/forget")
                .then()
                .statusCode(200)
                .body("identities", equalTo(2))
                .body("requests", equalTo(2));

        assertThat(traces.of(his)).isEmpty();
    }

    @Test
    void historyIsReadPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(says(phone, "sms", null, unique("c")));
        }

        String next = operator()
                .get("/v1/customers/" + phone + "?limit=2")
                .then()
                .body("requests.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("next");
        operator()
                .get("/v1/customers/" + phone + "?limit=2&after=" + next)
                .then()
                .body("requests.id", contains(ids.get(2)))
                .body("next", nullValue());
        refused(operator().get("/v1/customers/" + phone + "?after=7"), 400, "invalid-field");
    }

    @Test
    void whatCannotBeMerged() {
        says(phone, "sms", null);
        says(phone, "chat", null);
        says(mail, "email", null);

        refused(json().body("{}").post("/v1/customers/" + mail + "/merge"), 400, "invalid-field")
                .body("field", equalTo("into"));
        merge(mail, unique("none")).statusCode(404);
        merge(unique("none"), mail).statusCode(404);
        merge(phone, mail).statusCode(409).body("code", equalTo("customer-ambiguous"));
        refused(
                anyone().contentType("application/json")
                        .body("{\"into\":\"x\"}")
                        .post("/v1/customers/x/merge"),
                401,
                "token-invalid");
    }

    /** Identities that point to one that points on. */
    private long detours() {
        return tables.number(
                "SELECT count(*) FROM customer c JOIN customer l ON l.id = c.merged_into WHERE l.merged_into IS NOT NULL");
    }

    private static List<String> merged(RequestsTopic topic, String requestId) {
        return topic.of(requestId).stream()
                .map(told -> told.event())
                .filter(CustomerMerged.class::isInstance)
                .map(CustomerMerged.class::cast)
                .map(merged -> merged.from() + " is " + merged.into().id())
                .toList();
    }

    private static ValidatableResponse merge(String from, String into) {
        return json().body("{\"into\":\"" + into + "\"}")
                .post("/v1/customers/" + from + "/merge")
                .then();
    }

    private static String customerId(String id, String channel) {
        return operator()
                .get("/v1/customers/" + id)
                .path("identities.find { it.id == '%s' && it.channel == '%s' }.customerId".formatted(id, channel));
    }

    private static String says(String customer, String channel, String tier) {
        return says(customer, channel, tier, customer + channel);
    }

    private static String says(String customer, String channel, String tier, String conversation) {
        return post(event(unique("e"), "io.beforehand.message.received", """
                        {"channel":"%s","conversation":"%s","text":"hello","customer":{"id":"%s"%s}}""".formatted(
                                channel, conversation, customer, tier == null ? "" : ",\"tier\":\"" + tier + "\"")))
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].requestId");
    }
}
