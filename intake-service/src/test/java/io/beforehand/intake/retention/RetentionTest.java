package io.beforehand.intake.retention;

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
import io.beforehand.messaging.retention.RetentionRule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is old goes, what is not stays. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class RetentionTest {

    @Any
    @Inject
    Instance<RetentionRule> rules;

    @Inject
    Pool pool;

    @Inject
    Tables tables;

    @Test
    void theIdOfAnOldEventIsForgottenAndThatOfAFreshOneIsNot() {
        String old = message(unique("e"), unique("c"), "one");
        String fresh = message(unique("e"), unique("c"), "two");
        post(old);
        post(fresh);
        age(
                "received_event",
                "received_at",
                "31 days",
                "request_id IN (SELECT id FROM request WHERE conversation = '" + conversation(old) + "')");

        prune();

        post(old).then().body("accepted[0].outcome", equalTo("appended"));
        post(fresh).then().body("accepted[0].outcome", equalTo("duplicate"));
    }

    @Test
    void aChangeWhoseMessageNeverCameIsLetGoOfAfterAWeek() {
        String old = unique("m");
        String fresh = unique("m");
        tables.execute("""
                INSERT INTO early_change (channel, kind, account, native_id, retracted, text, at, received_at)
                SELECT 'chat', 'slack', 'a', id, false, 'Hello', beforehand_now(), beforehand_now()
                  FROM unnest(ARRAY['%s', '%s']) AS k (id)""".formatted(old, fresh));
        age("early_change", "received_at", "8 days", "native_id = '" + old + "'");

        prune();

        assertThat(tables.text("SELECT string_agg(native_id, ',') FROM early_change WHERE native_id IN ('%s', '%s')"
                        .formatted(old, fresh)))
                .isEqualTo(fresh);
    }

    @Test
    void anAnswerWhoseMessageNeverCameIsLetGoOfAfterAWeek() {
        String old = unique("c");
        String fresh = unique("c");
        tables.execute("""
                INSERT INTO early_answer (id, channel, account, conversation, author_kind, echoed, kind, auth_strength, at, received_at)
                SELECT gen_random_uuid(), 'chat', 'a', c, 'agent', false, 'slack', 'body-signed', beforehand_now(), beforehand_now()
                  FROM unnest(ARRAY['%s', '%s']) AS k (c)""".formatted(old, fresh));
        age("early_answer", "received_at", "8 days", "conversation = '" + old + "'");

        prune();

        assertThat(tables.text(
                        "SELECT string_agg(conversation, ',') FROM early_answer WHERE conversation IN ('%s', '%s')"
                                .formatted(old, fresh)))
                .isEqualTo(fresh);
    }

    @Test
    void anOldClosedRequestGoesWithItsMessagesAndItsConversationStartsAnew() {
        String conversation = unique("c");
        String id = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + id + "/status");
        age("request", "changed_at", "1100 days", "id = '" + id + "'");

        prune();

        refused(operator().get("/v1/requests/" + id), 404, "request-unknown");
        assertThat(tables.number("SELECT count(*) FROM message WHERE request_id = '" + id + "'"))
                .isZero();
        String next = post(message(unique("e"), conversation, "two")).path("accepted[0].requestId");
        assertThat(next).isNotEqualTo(id);
    }

    @Test
    void anOldRequestThatGoesOnInAnotherStaysForAsLongAsThatDoes() {
        // Given
        String conversation = unique("c");
        String merged = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
        String into = post(message(unique("e"), unique("c"), "two")).path("accepted[0].requestId");
        json().body("{\"into\":\"" + into + "\",\"force\":true}")
                .post("/v1/requests/" + merged + "/merge")
                .then()
                .statusCode(200);
        age("request", "changed_at", "1100 days", "id = '" + merged + "'");

        // When
        prune();

        // Then
        operator().get("/v1/requests/" + merged).then().statusCode(200);
        post(message(unique("e"), conversation, "three")).then().body("accepted[0].requestId", equalTo(into));

        // When
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + into + "/status");
        prune();

        // Then
        operator().get("/v1/requests/" + merged).then().statusCode(200);

        // When
        age("request", "changed_at", "1100 days", "id = '" + into + "'");
        prune();

        // Then
        refused(operator().get("/v1/requests/" + merged), 404, "request-unknown");
    }

    @Test
    void anOldRequestThatIsNotClosedStays() {
        String conversation = unique("c");
        String id = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
        age("request", "changed_at", "1100 days", "id = '" + id + "'");

        prune();

        operator().get("/v1/requests/" + id).then().statusCode(200);
    }

    @Test
    void aCustomerOfWhomNothingIsLeftIsForgottenAndOneWhoWritesAgainIsKnownAnew() {
        // Given
        String gone = unique("c");
        String there = unique("c");
        String id = post(message(unique("e"), gone, "one")).path("accepted[0].requestId");
        post(message(unique("e"), there, "two"));
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + id + "/status");
        age("request", "changed_at", "1100 days", "id = '" + id + "'");
        age("customer", "last_seen", "1100 days", "native_id IN ('cust-" + gone + "', 'cust-" + there + "')");

        // When
        prune();
        prune();

        // Then
        assertThat(customersOf(gone)).isZero();
        assertThat(customersOf(there)).isOne();
        post(message(unique("e"), gone, "three")).then().statusCode(202).body("accepted[0].outcome", equalTo("opened"));
        assertThat(customersOf(gone)).isOne();
    }

    @Test
    void aCustomerWhoWroteTodayStaysEvenWithoutARequest() {
        // Given
        String conversation = unique("c");
        String id = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
        age("customer", "last_seen", "1100 days", "native_id = 'cust-" + conversation + "'");
        post(message(unique("e"), conversation, "two"));
        tables.execute("DELETE FROM request WHERE id = '" + id + "'");

        // When
        prune();

        // Then
        assertThat(customersOf(conversation)).isOne();
    }

    private long customersOf(String conversation) {
        return tables.number("SELECT count(*) FROM customer WHERE native_id = 'cust-" + conversation + "'");
    }

    private void prune() {
        assertThat(rules).extracting(RetentionRule::table).contains("received_event", "request", "customer");
        for (RetentionRule rule : rules) {
            OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(rule.keep());
            pool.preparedQuery(rule.delete())
                    .execute(Tuple.of(before, 1_000))
                    .await()
                    .atMost(Duration.ofSeconds(20));
        }
    }

    private void age(String table, String column, String by, String where) {
        tables.execute("UPDATE %s SET %s = %s - interval '%s' WHERE %s".formatted(table, column, column, by, where));
    }

    private static String conversation(String event) {
        return event.replaceFirst("(?s).*\"conversation\":\"([^\"]+)\".*", "$1");
    }
}
