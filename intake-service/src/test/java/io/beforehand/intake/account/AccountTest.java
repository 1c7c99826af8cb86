package io.beforehand.intake.account;

import static io.beforehand.intake.Api.BATCHED;
import static io.beforehand.intake.Api.SECRET;
import static io.beforehand.intake.Api.STRUCTURED;
import static io.beforehand.intake.Api.account;
import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.signed;
import static io.beforehand.intake.Api.unique;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.beforehand.intake.IntakeStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may send: accounts put by the operator. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class AccountTest {

    private static final String NEW_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void whoeverSignsWithTheAccountsSecretMaySend() {
        String source = "/" + unique("source");
        account(source, SECRET);

        send(source, SECRET).then().statusCode(202).body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void aSecretIsReplacedWhileTheOldOneStillCounts() {
        String source = "/" + unique("source");
        account(source, NEW_SECRET, SECRET);
        send(source, SECRET).then().statusCode(202);
        send(source, NEW_SECRET).then().statusCode(202);

        account(source, NEW_SECRET);

        refused(send(source, SECRET), 401, "signature-invalid");
        send(source, NEW_SECRET).then().statusCode(202);
    }

    @Test
    void anAccountOfTheConfigurationMaySend() {
        send("/warehouse", SECRET).then().statusCode(202);
        operator()
                .urlEncodingEnabled(false)
                .get("/v1/channels/cloudevents/%2Fwarehouse")
                .then()
                .statusCode(200)
                .body("secretCount", equalTo(1));
    }

    @Test
    void aDisabledAccountIsNone() {
        String source = unique("urn:source");
        account(source, SECRET);
        json().body("{\"secrets\":[\"" + SECRET + "\"],\"enabled\":false}")
                .put("/v1/channels/cloudevents/" + source)
                .then()
                .statusCode(200);

        refused(send(source, SECRET), 404, "account-unknown");
    }

    @Test
    void secretsAreNeverShownAgain() {
        String source = unique("urn:source");
        json().body("{\"secrets\":[\"" + SECRET + "\"],\"defaults\":{\"locale\":\"zh-TW\"}}")
                .put("/v1/channels/cloudevents/" + source)
                .then()
                .statusCode(200)
                .body(not(containsString("whsec")));

        operator()
                .get("/v1/channels/cloudevents/" + source)
                .then()
                .statusCode(200)
                .body("account", equalTo(source))
                .body("secretCount", equalTo(1))
                .body("defaults.locale", equalTo("zh-TW"))
                .body(not(containsString("MfKQ9r8")));
    }

    @Test
    void defaultsFillWhatAMessageDoesNotSay() {
        String source = unique("urn:source");
        json().body("{\"secrets\":[\"" + SECRET + "\"],\"defaults\":{\"team\":\"returns\",\"tier\":\"vip\"}}")
                .put("/v1/channels/cloudevents/" + source);

        String requestId = send(source, SECRET).path("accepted[0].requestId");

        operator()
                .get("/v1/requests/" + requestId)
                .then()
                .body("team", equalTo("returns"))
                .body("tier", equalTo("vip"))
                .body("priority", equalTo("high"));
    }

    @Test
    void aSignedBinaryEventIsAcceptedUnderItsOwnId() {
        String source = "/" + unique("source");
        String id = unique("e");
        account(source, SECRET);
        byte[] data = ("{\"channel\":\"app\",\"conversation\":\"" + id
                        + "\",\"customer\":{\"id\":\"a\"},\"text\":\"还没有发货\"}")
                .getBytes(StandardCharsets.UTF_8);

        signed(id, data, SECRET, Instant.now())
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", source)
                .header("ce-type", "io.beforehand.message.received")
                .body(data)
                .post("/v1/events")
                .then()
                .statusCode(202);
    }

    @Test
    void anEmptySignedBatchIsAccepted() {
        byte[] batch = "[]".getBytes(StandardCharsets.UTF_8);

        signed("batch-0", batch, SECRET, Instant.now())
                .contentType(BATCHED)
                .body(batch)
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                                | secrets",
                "{'secrets':[]}                                                    | secrets",
                "{'secrets':['whsec_c2hvcnQ=']}                                    | secrets[0]",
                "{'secrets':['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',7]}          | secrets[1]",
                "{'secrets':['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],'enabled':1} | enabled",
                "{'secrets':['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],'defaults':{'locale':'!'}} | defaults.locale",
            })
    void anAccountThatDoesNotFitIsRefused(String body, String field) {
        refused(json().body(body.strip().replace('\'', '"')).put("/v1/channels/cloudevents/x"), 400, "invalid-field")
                .body("field", equalTo(field.strip()))
                .body(not(containsString("c2hvcnQ")));
    }

    @Test
    void onlyTheOperatorSetsAccounts() {
        refused(
                anyone().contentType("application/json").body("{}").put("/v1/channels/cloudevents/x"),
                401,
                "token-invalid");
        refused(operator().get("/v1/channels/cloudevents/" + unique("none")), 404, "account-unknown");
    }

    private static Response send(String source, String secret) {
        byte[] event =
                message(unique("e"), unique("c"), "x").replace("/shop", source).getBytes(StandardCharsets.UTF_8);
        return signed(unique("m"), event, secret, Instant.now())
                .contentType(STRUCTURED)
                .body(event)
                .post("/v1/events");
    }
}
