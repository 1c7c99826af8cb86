package io.beforehand.intake.classification;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.beforehand.intake.Api;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules that operators edit, and what requests become by them and by what agents correct. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ClassificationRulesTest {

    private static final String PATH = "/v1/classification-rules";

    private static final String GARDEN = """
            rules:
              - id: hedges
                when:
                  words: [[hedge*, lawn], [草坪]]
                category: gardening
                priority: high
            """;

    @Inject
    Tables tables;

    @Inject
    Learner learner;

    @BeforeEach
    @AfterEach
    void shippedRules() {
        tables.execute("DELETE FROM classification_rules");
        tables.execute("DELETE FROM category_example");
        learner.learn();
    }

    @Test
    void theShippedRulesHoldUntilOthersArePut() {
        operator()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("version", equalTo(0))
                .body("rules.id", hasItem("large-amount"));

        put(GARDEN).then().statusCode(200).body("version", equalTo(1));

        operator().get(PATH).then().body("version", equalTo(1)).body("rules", hasSize(1));
        operator().get(PATH + "?version=0").then().body("rules", hasSize(greaterThan(10)));
        refused(operator().get(PATH + "?version=7"), 404, "not-found");
        refused(operator().get(PATH + "?version=x"), 400, "invalid-field");
    }

    @Test
    void rulesCountForTheRequestThatIsOpenedNext() {
        put(GARDEN);

        shown(opened("my hedges are too high"))
                .body("category", equalTo("gardening"))
                .body("priority", equalTo("high"))
                .body("reasons.priority", equalTo("hedges"))
                .body("reasons.category", equalTo("rule hedges"));
        put("rules: []");
        learner.learn();
        shown(opened("my hedges are too high"))
                .body("category", nullValue())
                .body("priority", equalTo("standard"))
                .body("reasons.priority", equalTo("nothing-special"))
                .body("reasons.category", equalTo("default"));
    }

    @Test
    void whoeverReplacesAVersionThatIsNotThereAnyMoreIsRefused() {
        put("version: 0\n" + GARDEN).then().statusCode(200);

        refused(put("version: 0\n" + GARDEN), 409, "version-conflict");
        put("version: 1\n" + GARDEN).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void rulesThatNobodyHereUnderstandsKeepNoMessageOut() {
        put(GARDEN);
        opened("my hedges are too high");

        tables.execute(
                "INSERT INTO classification_rules VALUES (2, '{\"rules\": [{\"id\": \"of-the-future\"}]}', now())");

        shown(opened("my hedges are too high")).body("category", equalTo("gardening"));
    }

    @Test
    void rulesAreTakenWholeOrNotAtAll() {
        refused(put(GARDEN + "  - {id: broken, when: {security: true}, priority: soon}"), 400, "invalid-field")
                .body("field", equalTo("rules[1].priority"))
                .body("reason", startsWith("rule broken: must be one of urgent"));
        refused(json().body("{").put(PATH), 400, "malformed-json");
        refused(put("a: [b"), 400, "malformed-json");
        refused(anyone().get(PATH), 401, "token-invalid");

        operator().get(PATH).then().body("version", equalTo(0));
    }

    @Test
    void whatAMessageSaysIsShownWithItsReasons() {
        shown(opened("WHERE IS MY PARCEL?! This is RIDICULOUS, the courier never came with it"))
                .body("category", equalTo("delivery"))
                .body("reasons.category", startsWith("classifier 0."))
                .body("priority", equalTo("high"))
                .body("priorityReason", equalTo("angry-customer"))
                .body("reasons.priority", equalTo("angry-customer"))
                .body("mood", equalTo("angry"))
                .body("language", equalTo("en"))
                .body("customer.locale", equalTo("en"));
    }

    @Test
    void aLaterMessageOfAnAngryCustomerRaisesTheRequest() {
        String conversation = unique("c");
        String id = post(message(conversation, "where is it")).path("accepted[0].requestId");
        shown(id).body("priority", equalTo("standard")).body("mood", equalTo("neutral"));

        post(message(conversation, "到底什么时候发货！！太过分了！"));

        shown(id)
                .body("priority", equalTo("high"))
                .body("reasons.priority", equalTo("angry-customer"))
                .body("mood", equalTo("angry"));
    }

    @Test
    void whatAgentsCorrectIsLearned() {
        for (String text : List.of("my bees swarm", "the queen bee is gone", "how to feed bees", "bees and hives")) {
            correct(opened(text), "beekeeping");
        }
        correct(opened("my wasps swarm"), "wasps");

        learner.learn();

        String taught = opened("my bees are gone, the queen too");
        shown(taught).body("category", equalTo("beekeeping")).body("reasons.category", startsWith("classifier 0."));
        shown(opened("wasps wasps")).body("category", nullValue());
    }

    @Test
    void aCorrectionSaysSoAndIsForgottenWithItsRequest() {
        String id = opened("something odd");

        correct(id, "oddities");
        correct(id, "curiosities");

        shown(id).body("category", equalTo("curiosities")).body("reasons.category", equalTo("changed"));
        String examples =
                "SELECT count(*) FROM category_example WHERE category = 'curiosities' AND text = 'something odd'";
        assertThat(tables.number(examples)).isEqualTo(1);
        tables.execute("DELETE FROM request WHERE id = '" + id + "'");
        assertThat(tables.number(examples)).isZero();
    }

    @Test
    void whatWasLearnedFromACustomerIsForgottenWithHim() {
        String customer = unique("c");
        String id = post(message(customer, "my secret hobby")).path("accepted[0].requestId");
        correct(id, "hobbies");

        json().post("/v1/customers/" + customer + "/forget")
                .then()
                .statusCode(200)
                .body("erased.category_example", equalTo(1));

        assertThat(tables.number("SELECT count(*) FROM category_example WHERE category = 'hobbies'"))
                .isZero();
    }

    private static Response put(String yaml) {
        return operator().contentType("application/yaml").body(yaml.getBytes()).put(PATH);
    }

    private static String opened(String text) {
        return post(message(unique("c"), text)).path("accepted[0].requestId");
    }

    private static String message(String conversation, String text) {
        return event(unique("e"), "io.beforehand.message.received", """
                {"channel":"chat","conversation":"%s","customer":{"id":"%s"},"text":"%s"}""".formatted(conversation, conversation, text));
    }

    private static void correct(String id, String category) {
        json().body("{\"category\":\"" + category + "\"}")
                .post("/v1/requests/" + id + "/change")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse shown(String id) {
        return Api.operator().get("/v1/requests/" + id).then().statusCode(200);
    }
}
