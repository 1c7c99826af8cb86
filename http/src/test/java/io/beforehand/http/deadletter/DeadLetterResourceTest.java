package io.beforehand.http.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was set aside can be seen and tried again by the operator, without showing what it says. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DeadLetterResourceTest {

    private static final String LIST = "/v1/intake/dead-letters";

    @Inject
    Pool pool;

    private long first;
    private long second;

    @BeforeEach
    void twoAreSetAside() {
        pool.query("DELETE FROM dead_letter").executeAndAwait();
        first = setAside(1);
        second = setAside(2);
    }

    @Test
    void theyAreListedWithoutWhatTheySay() {
        operator()
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].reason", equalTo("payload-malformed"))
                .body("next", nullValue())
                .body(not(containsString("secret of a customer")));
    }

    @Test
    void aPageGoesOnWhereTheLastOneEnded() {
        operator().get(LIST + "?limit=1").then().body("items", hasSize(1)).body("next", equalTo((int) first));
        operator().get(LIST + "?after=" + first).then().body("items.id", equalTo(java.util.List.of((int) second)));
    }

    @Test
    void aReplayIsAcceptedOnce() {
        operator().post(LIST + "/" + first + "/replay").then().statusCode(202);
        operator()
                .post(LIST + "/" + first + "/replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-replayed"));
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void whatIsNotThereCannotBeReplayed() {
        operator()
                .post(LIST + "/" + (second + 1) + "/replay")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        operator().post(LIST + "/x/replay").then().statusCode(400).body("code", equalTo("invalid-field"));
    }

    @Test
    void anotherServicesLettersAreNotHere() {
        operator().get("/v1/routing/dead-letters").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void onlyTheOperatorSeesThem() {
        given().get(LIST).then().statusCode(401).body("code", equalTo("token-invalid"));
    }

    /** In a partition that nobody owns, so that nothing is replayed meanwhile. */
    private long setAside(int offset) {
        return pool.query("""
                        INSERT INTO dead_letter (origin, topic, partition, record_offset, headers, value, reason)
                        VALUES ('listener', 'beforehand.notifications', 999, %d, '{}', 'secret of a customer', 'payload-malformed')
                        RETURNING id""".formatted(offset))
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("id");
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN);
    }
}
