package io.beforehand.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class OperatorTest {

    private static final String OUTLET = "/v1/outlets/chat/shop";

    @RegisterExtension
    static final Stage stage = new Stage();

    @Test
    void anOutletIsKeptAndItsSecretNeverShown() {
        // When
        Stage.put(OUTLET, Map.of("type", "webhook", "url", "https://example.com/x", "secret", Stage.SECRET));

        // Then
        String shown = read(OUTLET);
        assertThat(JsonPath.from(shown).getMap("$"))
                .containsEntry("channel", "chat")
                .containsEntry("account", "shop")
                .containsEntry("url", "https://example.com/x")
                .containsEntry("signed", true);
        assertThat(shown).doesNotContain("whsec_", "secret");
    }

    @Test
    void aSecretThatIsLeftOutStaysAndAnEmptyOneGoes() {
        // Given
        Stage.put(OUTLET, Map.of("type", "webhook", "url", "https://example.com/x", "secret", Stage.SECRET));

        // Then
        Stage.put(OUTLET, Map.of("type", "webhook", "url", "https://example.com/y"));
        assertThat(JsonPath.from(read(OUTLET)).getBoolean("signed")).isTrue();
        Stage.put(OUTLET, Map.of("type", "webhook", "url", "https://example.com/y", "secret", ""));
        assertThat(JsonPath.from(read(OUTLET)).getBoolean("signed")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "type, pigeon",
        "type, ",
        "url, ",
        "url, ftp://example.com",
        "url, https://user:pw@example.com",
        "secret, whsec_short",
        "secret, not base64!"
    })
    void anOutletThatCannotWorkIsRefusedWithItsField(String field, String value) {
        // Given
        Map<String, String> body = new HashMap<>(Map.of("type", "webhook", "url", "https://example.com/x"));
        body.put(field, value);

        // Then
        JsonPath problem = refused("/v1/outlets/chat/refused", body, 400);
        assertThat(problem.getString("code")).isEqualTo("invalid-field");
        assertThat(problem.getString("field")).isEqualTo(field);
        Stage.operator().get("/v1/outlets/chat/refused").then().statusCode(404);
    }

    @Test
    void anOutletForMailShowsEverythingButItsSecret() {
        // When
        Stage.put("/v1/outlets/email/shown", smtp());

        // Then
        JsonPath shown =
                Stage.operator().get("/v1/outlets/email/shown").then().extract().jsonPath();
        assertThat(shown.getString("type")).isEqualTo("smtp");
        assertThat(shown.getString("url")).isEqualTo("smtp://robot@mail.example.com:587");
        assertThat(shown.getString("from")).isEqualTo("Support <support@example.com>");
        assertThat(shown.getMap("$")).doesNotContainKey("secret").doesNotContainValue("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "url, https://mail.example.com",
        "url, smtp://robot:pw@mail.example.com",
        "from, Support",
        "from, ",
        "secret, 'line\r\nfeed'"
    })
    void anOutletForMailThatCannotWorkIsRefusedWithItsField(String field, String value) {
        // Given
        Map<String, String> body = new HashMap<>(smtp());
        body.put(field, value == null ? null : value.translateEscapes());

        // Then
        JsonPath problem = refused("/v1/outlets/email/refused", body, 400);
        assertThat(problem.getString("field")).isEqualTo(field);
    }

    private static Map<String, String> smtp() {
        return Map.of(
                "type",
                "smtp",
                "url",
                "smtp://robot@mail.example.com:587",
                "secret",
                "hunter2",
                "from",
                "Support <support@example.com>");
    }

    @Test
    void anUnknownChannelIsRefused() {
        assertThat(refused("/v1/outlets/pigeon/default", Map.of(), 404).getString("code"))
                .isEqualTo("channel-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "pigeon, ada@example.com, methods[0].type",
        "email, https://example.com, methods[0].address",
        "webhook, ada@example.com, methods[0].address"
    })
    void aMethodThatCannotWorkIsRefusedWithItsField(String type, String address, String field) {
        Map<String, Object> body = Map.of("name", "Ada", "methods", List.of(Map.of("type", type, "address", address)));
        assertThat(refused("/v1/contacts/refused", body, 400).getString("field"))
                .isEqualTo(field);
    }

    @Test
    void aContactIsKeptWithItsMethodsInOrder() {
        // When
        Stage.put(
                "/v1/contacts/night",
                Map.of(
                        "name", "Night shift",
                        "locale", "zh-HK",
                        "methods",
                                List.of(
                                        Map.of(
                                                "type",
                                                "webhook",
                                                "address",
                                                "https://a.example",
                                                "secret",
                                                Stage.SECRET),
                                        Map.of("type", "webhook", "address", "https://b.example"))));
        Stage.put(
                "/v1/contacts/night",
                Map.of(
                        "name", "Night shift",
                        "locale", "zh-HK",
                        "methods",
                                List.of(
                                        Map.of("type", "webhook", "address", "https://b.example"),
                                        Map.of("type", "webhook", "address", "https://a.example"))));

        // Then
        String shown = read("/v1/contacts/night");
        assertThat(JsonPath.from(shown).getList("methods.address"))
                .containsExactly("https://b.example", "https://a.example");
        assertThat(JsonPath.from(shown).getList("methods.signed")).containsExactly(false, true);
        assertThat(JsonPath.from(shown).getString("locale")).isEqualTo("zh-TW");
        assertThat(shown).doesNotContain("whsec_");
    }

    @Test
    void aContactsBadMethodIsNamed() {
        Map<String, Object> body = Map.of("name", "x", "methods", List.of(Map.of("type", "sms", "address", "+86")));

        assertThat(refused("/v1/contacts/bad", body, 400).getString("field")).isEqualTo("methods[0].type");
    }

    @Test
    void aTemplateReplacesTheShippedWordingOfItsChannel() {
        // Given
        stage.outlet("social", "worded", "/worded");
        Stage.put(
                "/v1/templates/social-en",
                Map.of(
                        "kind", "acknowledgement",
                        "channel", "social",
                        "locale", "en",
                        "text", "Hi! {number} it is.[[ Back {expected}.]]"));

        // When
        stage.openAndAssign("social", "worded");

        // Then
        assertThat(JsonPath.from(stage.awaitAccepted("/worded", 1).getFirst().body())
                        .getString("text"))
                .matches("Hi! R-\\d+ it is. Back within 1 hour.");
        assertThat(JsonPath.from(read("/v1/templates/social-en")).getString("channel"))
                .isEqualTo("social");
    }

    @Test
    void aTemplateThatCouldNotBeFilledInIsRefused() {
        Map<String, String> body =
                Map.of("kind", "acknowledgement", "locale", "en", "text", "Hello {config:db.password}");

        assertThat(refused("/v1/templates/bad", body, 400).getString("field")).isEqualTo("text");
        Stage.operator().get("/v1/templates/bad").then().statusCode(404);
    }

    @Test
    void onlyOneTemplateIsForAUse() {
        Map<String, String> body =
                Map.of("kind", "acknowledgement", "channel", "app", "locale", "en", "text", "{number}");
        Stage.put("/v1/templates/app-1", body);

        assertThat(refused("/v1/templates/app-2", body, 409).getString("code")).isEqualTo("version-conflict");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/outlets/chat/default",
        "/v1/contacts/default",
        "/v1/templates/any",
        "/v1/alerts",
        "/v1/requests/any/deliveries",
        "/v1/notification/dead-letters"
    })
    void withoutTheTokenNothingIsShown(String path) {
        assertThat(given().get(path).then().statusCode(401).extract().jsonPath().getString("code"))
                .isEqualTo("token-invalid");
    }

    private static String read(String path) {
        return Stage.operator().get(path).then().statusCode(200).extract().asString();
    }

    private static JsonPath refused(String path, Object body, int status) {
        ValidatableResponse response = Stage.operator()
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
        return response.statusCode(status).extract().jsonPath();
    }
}
