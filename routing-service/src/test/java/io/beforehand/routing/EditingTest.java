package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.operator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.routing.testing.EmptyTopics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people edit: agents, teams, presence, rules. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class EditingTest {

    private final String unique = UUID.randomUUID().toString();

    @Test
    void anAgentIsReadBackAsHeWasSaved() {
        // When
        save(
                        "ada-" + unique,
                        Map.of(
                                "name", "王小明",
                                "team", "billing",
                                "skills", Map.of("退款", 4),
                                "languages", List.of("zh", "en"),
                                "capacity", Map.of("chat", 3, "email", 6, "voice", 1)))
                .statusCode(200);

        // Then
        operator()
                .get("/v1/agents/{id}", "ada-" + unique)
                .then()
                .statusCode(200)
                .body("name", is("王小明"))
                .body("team", is("billing"))
                .body("skills.退款", is(4))
                .body("languages", contains("zh", "en"))
                .body("capacity.email", is(6))
                .body("presence.state", is("offline"))
                .body("load", is(0.0f));
    }

    @Test
    void anExpertIsFoundBySkillLanguageAndPresence() {
        // Given
        String skill = "skill-" + unique;
        save("good-" + unique, profile(Map.of(skill, 3), List.of("en"))).statusCode(200);
        save("best-" + unique, profile(Map.of(skill, 5), List.of("zh-TW"))).statusCode(200);
        save("none-" + unique, profile(Map.of(), List.of("zh"))).statusCode(200);
        presence("good-" + unique, Map.of("state", "busy")).statusCode(200);

        // Then
        search("skill", skill).body("items.id", contains("best-" + unique, "good-" + unique));
        operator()
                .get("/v1/agents?skill={skill}&language=zh", skill)
                .then()
                .body("items.id", contains("best-" + unique));
        operator()
                .get("/v1/agents?skill={skill}&present=true", skill)
                .then()
                .body("items.id", contains("good-" + unique));
    }

    @Test
    void aTeamHasItsMembers() {
        // Given
        String team = "team-" + unique;
        operator()
                .body(Map.of("name", "Billing"))
                .put("/v1/teams/{id}", team)
                .then()
                .statusCode(200);

        // When
        save("ada-" + unique, Map.of("name", "Ada", "team", team)).statusCode(200);

        // Then
        operator()
                .get("/v1/teams/{id}", team)
                .then()
                .statusCode(200)
                .body("name", is("Billing"))
                .body("members.id", contains("ada-" + unique));
        operator().get("/v1/teams/{id}", "no-" + unique).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        save("ada", Map.of()).statusCode(400).body("code", is("invalid-field")).body("field", is("name"));
        save("ada", Map.of("name", "Ada", "capacity", Map.of("chat", 0)))
                .statusCode(400)
                .body("field", is("capacity"));
        save("ada", Map.of("name", "Ada", "capacity", Map.of("pigeon", 1)))
                .statusCode(400)
                .body("field", is("capacity"));
        save("ada", Map.of("name", "Ada", "skills", Map.of("billing", 6)))
                .statusCode(400)
                .body("field", is("skills"));
        save("a b", Map.of("name", "Ada")).statusCode(400).body("field", is("id"));
        presence("ada-" + unique, Map.of("state", "available")).statusCode(404);
        presence("ada-" + unique, Map.of("state", "asleep")).statusCode(400).body("field", is("state"));
        presence("ada-" + unique, Map.of("state", "lunch", "until", Instant.EPOCH.toString()))
                .statusCode(400)
                .body("field", is("until"));
        operator().body("{\"name\":\"a\\u0000\"}").put("/v1/agents/ada").then().statusCode(400);
    }

    @Test
    void nobodyIsAdmittedWithoutTheToken() {
        given().get("/v1/queue").then().statusCode(401).body("code", is("token-invalid"));
        given().header("Authorization", "Bearer wrong-token-wrong-token")
                .get("/v1/agents")
                .then()
                .statusCode(401);
    }

    @Test
    void rulesAreReplacedAsAWholeAndNotOverSomebodyElsesShoulder() {
        // Given
        int version = operator()
                .get("/v1/routing-rules")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        Map<String, Object> rule = Map.of("category", "cat-" + unique, "skills", List.of("billing"));

        // When
        rules(Map.of("version", version, "rules", List.of(rule)))
                .statusCode(200)
                .body("version", is(version + 1))
                .body("rules[0].skills.billing", is(1));

        // Then
        rules(Map.of("version", version, "rules", List.of())).statusCode(409).body("code", is("version-conflict"));
        operator().get("/v1/routing-rules").then().body("rules.category", hasItem("cat-" + unique));
        rules(Map.of("rules", List.of(Map.of("category", "x", "skills", Map.of("billing", 9)))))
                .statusCode(400)
                .body("field", is("rules[0].skills"));
        rules(Map.of("rules", List.of(rule, rule))).statusCode(400).body("field", is("rules[1].category"));
        rules(Map.of("rules", List.of())).statusCode(200);
        operator().get("/v1/routing-rules").then().body("rules.category", not(hasItem("cat-" + unique)));
    }

    private static Map<String, Object> profile(Map<String, Integer> skills, List<String> languages) {
        return Map.of("name", "Somebody", "skills", skills, "languages", languages);
    }

    private static ValidatableResponse save(String id, Map<String, ?> body) {
        return operator().body(body).put("/v1/agents/{id}", id).then();
    }

    private static ValidatableResponse presence(String id, Map<String, ?> body) {
        return operator().body(body).put("/v1/agents/{id}/presence", id).then();
    }

    private static ValidatableResponse rules(Map<String, ?> body) {
        return operator().body(body).put("/v1/routing-rules").then();
    }

    private static ValidatableResponse search(String parameter, String value) {
        return operator().queryParam(parameter, value).get("/v1/agents").then().statusCode(200);
    }
}
