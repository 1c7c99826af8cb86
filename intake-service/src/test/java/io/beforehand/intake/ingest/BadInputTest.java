package io.beforehand.intake.ingest;

import static io.beforehand.intake.Api.BATCHED;
import static io.beforehand.intake.Api.SECRET;
import static io.beforehand.intake.Api.STRUCTURED;
import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.signed;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.beforehand.intake.Api;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes that should not: the right code, nothing stored, nothing sent. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class BadInputTest {

    private static final String SIGNED_SOURCE = "/signed";
    private static final String NO_REQUEST = "01890000-0000-7000-8000-000000000000";

    @Inject
    Tables tables;

    private Tables.Rows before = new Tables.Rows(0, 0, 0, 0, 0, 0);

    @BeforeEach
    void rememberWhatIsThere() {
        Api.account(SIGNED_SOURCE, SECRET);
        before = tables.count();
    }

    @AfterEach
    void nothingIsStoredAndNothingSent() {
        assertThat(tables.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2", "{\"a\":1}{\"b\":2}", "{\"id\":\"1\",\"id\":\"2\"}"})
    void brokenJson(String body) {
        refused(post(body), 400, "malformed-json");
        refused(binary(unique("e"), body.isEmpty() ? "{" : body), 400, "malformed-json");
    }

    @Test
    void brokenUtf8() {
        byte[] body = message(unique("e"), "c", "\u00c0\u0080").getBytes(StandardCharsets.ISO_8859_1);
        refused(operator().contentType(STRUCTURED).body(body).post("/v1/events"), 400, "malformed-json");
    }

    @Test
    void nestingTenThousandDeep() {
        String deep =
                String.join("", Collections.nCopies(10_000, "[")) + String.join("", Collections.nCopies(10_000, "]"));
        refused(post(event(unique("e"), "io.beforehand.message.received", deep)), 400, "malformed-json");
        refused(post(event(unique("e"), "com.example.other", deep)), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00\\ud83d"})
    void nulAndLoneSurrogates(String text) {
        refused(post(message(unique("e"), unique("c"), text)), 400, "invalid-text");
        refused(post(message("e" + text, unique("c"), "x")), 400, "invalid-text");
        refused(
                binary(
                        unique("e"),
                        "{\"channel\":\"chat\",\"conversation\":\"" + text + "\",\"customer\":{\"id\":\"a\"}}"),
                400,
                "invalid-text");
    }

    @ParameterizedTest
    @CsvSource({
        "%00,                         invalid-text",
        "%C0%A0,                      malformed-cloudevent",
        "%E2%82,                      malformed-cloudevent",
        "%,                           malformed-cloudevent",
        "%zz,                         malformed-cloudevent",
    })
    void headersThatCannotBeRead(String subject, String code) {
        refused(
                binaryHeaders(unique("e"))
                        .header("ce-subject", subject)
                        .body("{}")
                        .post("/v1/events"),
                400,
                code);
    }

    @Test
    void aBodyOverTheLimit() {
        String text = "x".repeat(1024 * 1024);
        refused(post(message(unique("e"), unique("c"), text)), 413, "body-too-large");
    }

    @Test
    void aBatchOverTheLimit() {
        String batch = "[" + String.join(",", Collections.nCopies(101, message("e", "c", "x"))) + "]";
        refused(operator().contentType(BATCHED).body(batch).post("/v1/events"), 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+xml",
                "text/plain",
                "application/cloudevents+json; charset=gbk",
                "nonsense"
            })
    void anotherMediaType(String type) {
        refused(
                operator()
                        .noContentType()
                        .header("Content-Type", type)
                        .body("<x/>".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/events"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"specversion\":\"1.0\" | \"specversion\":\"0.3\"",
                "\"specversion\":\"1.0\" | \"version\":\"1.0\"",
                "\"source\":\"/shop\"    | \"source\":\"a b\"",
                "\"source\":\"/shop\"    | \"source\":\"\"",
                "\"source\":\"/shop\"    | \"source\":7",
                "\"source\":\"/shop\"    | \"source\":null",
                "\"type\":               | \"kind\":",
                "\"data\":               | \"data_base64\":\"e30=\",\"data\":",
                "\"source\":\"/shop\"    | \"source\":\"/shop\",\"time\":\"yesterday\"",
                "\"source\":\"/shop\"    | \"source\":\"/shop\",\"subject\":\"\"",
            })
    void attributesThatAreNone(String good, String bad) {
        String event = message(unique("e"), unique("c"), "x");
        assertThat(event).contains(good.strip());
        refused(post(event.replace(good.strip(), bad.strip())), 400, "malformed-cloudevent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "io.beforehand.message.received | {}                                                             | data.customer",
                "io.beforehand.message.received | []                                                             | data",
                "io.beforehand.message.received | null                                                           | data",
                "io.beforehand.message.received | {'customer':{},'channel':'chat','conversation':'c'}                                                | data.customer.id",
                "io.beforehand.message.received | {'customer':{'id':7},'channel':'chat','conversation':'c'}                                          | data.customer.id",
                "io.beforehand.message.received | {'customer':{'id':' '},'channel':'chat','conversation':'c'}                                        | data.customer.id",
                "io.beforehand.message.received | {'customer':{'id':'a','locale':'zh_CN!'},'channel':'chat','conversation':'c'}                      | data.customer.locale",
                "io.beforehand.message.received | {'customer':{'id':'a','timeZone':'Mars/Olympus'},'channel':'chat','conversation':'c'}              | data.customer.timeZone",
                "io.beforehand.message.received | {'customer':{'id':'a','timeZone':'+08:00'},'channel':'chat','conversation':'c'}                    | data.customer.timeZone",
                "io.beforehand.message.received | {'customer':{'id':'a'},'conversation':'c'}                     | data.channel",
                "io.beforehand.message.received | {'customer':{'id':'a'},'conversation':'c','channel':'fax'}     | data.channel",
                "io.beforehand.message.received | {'customer':{'id':'a'},'channel':'chat'}                       | data.conversation",
                "io.beforehand.message.received | {'customer':{'id':'a'},'channel':'chat','conversation':'c','hints':{'amount':-1}}      | data.hints.amount",
                "io.beforehand.message.received | {'customer':{'id':'a'},'channel':'chat','conversation':'c','hints':{'amount':1e400}}   | data.hints.amount",
                "io.beforehand.message.received | {'customer':{'id':'a'},'channel':'chat','conversation':'c','hints':{'security':'yes'}} | data.hints.security",
                "io.beforehand.message.received | {'customer':{'id':'a'},'channel':'chat','conversation':'c','attachments':[{'url':'file:///etc/passwd'}]} | data.attachments[0].url",
                "io.beforehand.reply.sent       | {'visibility':'public'}                                        | data.requestId",
                "io.beforehand.reply.sent       | {'requestId':'01890000-0000-7000-8000-000000000000','visibility':'public','author':{'kind':'customer','id':'a'}} | data.author.kind",
                "io.beforehand.reply.sent       | {'requestId':'01890000-0000-7000-8000-000000000000','author':{'kind':'agent','id':'a'}} | data.visibility",
                "io.beforehand.status.changed   | {'requestId':'01890000-0000-7000-8000-000000000000','status':'done'} | data.status",
                "io.beforehand.status.changed   | {'requestId':'01890000-0000-7000-8000-000000000000','status':'open','party':'them'} | data.party",
                "io.beforehand.request.changed  | {'requestId':'01890000-0000-7000-8000-000000000000'}           | data.priority",
            })
    void fieldsThatDoNotFitAreNamed(String type, String data, String field) {
        refused(post(event(unique("e"), type.strip(), data.strip().replace('\'', '"'))), 400, "invalid-field")
                .body("field", equalTo(field.strip()))
                .body("detail", not(containsString("passwd")));
    }

    @Test
    void inABatchTheEventIsNamed() {
        refused(
                        Api.postBatch(
                                message(unique("e"), unique("c"), "x"),
                                event(unique("e"), "io.beforehand.message.received", "{}")),
                        400,
                        "invalid-field")
                .body("field", equalTo("[1].data.customer"));
    }

    @Test
    void theSameIdWithOtherData() {
        String id = unique("e");
        String conversation = unique("c");
        post(message(id, conversation, "one")).then().statusCode(202);
        before = tables.count();

        refused(post(message(id, conversation, "two")), 409, "id-reused");
        refused(
                        Api.postBatch(message(unique("e"), unique("c"), "x"), message(id, conversation, "two")),
                        409,
                        "id-reused")
                .body("place", equalTo(1));
    }

    @Test
    void anUnknownRequest() {
        for (String id : new String[] {NO_REQUEST, "R-1001", "nonsense"}) {
            refused(
                    post(event(
                            unique("e"),
                            "io.beforehand.status.changed",
                            "{\"requestId\":\"" + id + "\",\"status\":\"open\"}")),
                    404,
                    "request-unknown");
            refused(operator().get("/v1/requests/" + id), 404, "request-unknown");
            refused(
                    json().body("{\"status\":\"open\"}").post("/v1/requests/" + id + "/status"),
                    404,
                    "request-unknown");
        }
        refused(
                post(event(
                        unique("e"),
                        "io.beforehand.status.changed",
                        "{\"channel\":\"chat\",\"conversation\":\"" + unique("c") + "\",\"status\":\"open\"}")),
                404,
                "request-unknown");
    }

    @Test
    void nobodyInParticular() {
        String event = message(unique("e"), unique("c"), "x");
        refused(anyone().contentType(STRUCTURED).body(event).post("/v1/events"), 401, "signature-missing");
        refused(
                anyone().header("Authorization", "Bearer wrong-token-of-some-length")
                        .contentType(STRUCTURED)
                        .body(event)
                        .post("/v1/events"),
                401,
                "token-invalid");
        refused(
                anyone().header("Authorization", "Basic b3A6cHc=")
                        .contentType(STRUCTURED)
                        .body(event)
                        .post("/v1/events"),
                401,
                "token-invalid");
    }

    @Test
    void aWrongSignature() {
        byte[] event = signedEvent(SIGNED_SOURCE);
        refused(
                send(signed("m-1", event, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Instant.now()), event),
                401,
                "signature-invalid");
        refused(
                send(signed("m-1", "{}".getBytes(StandardCharsets.UTF_8), SECRET, Instant.now()), event),
                401,
                "signature-invalid");
    }

    @Test
    void aStaleAndAFutureTimestamp() {
        byte[] event = signedEvent(SIGNED_SOURCE);
        refused(
                send(signed("m-1", event, SECRET, Instant.now().minusSeconds(310)), event),
                401,
                "timestamp-outside-window");
        refused(
                send(signed("m-1", event, SECRET, Instant.now().plusSeconds(310)), event),
                401,
                "timestamp-outside-window");
    }

    @Test
    void anUnknownAccount() {
        byte[] event = signedEvent("/nobody");
        refused(send(signed("m-1", event, SECRET, Instant.now()), event), 404, "account-unknown");
    }

    @Test
    void aBatchSignedForOneSourceOnly() {
        Api.account("/other", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        byte[] batch = ("[" + new String(signedEvent(SIGNED_SOURCE), StandardCharsets.UTF_8) + ","
                        + new String(signedEvent("/other"), StandardCharsets.UTF_8) + "]")
                .getBytes(StandardCharsets.UTF_8);
        refused(
                signed("m-1", batch, SECRET, Instant.now())
                        .contentType(BATCHED)
                        .body(batch)
                        .post("/v1/events"),
                401,
                "signature-invalid");
    }

    @Test
    void aSignatureForAnotherEvent() {
        byte[] data = "{\"channel\":\"chat\",\"conversation\":\"c\",\"customer\":{\"id\":\"a\"}}"
                .getBytes(StandardCharsets.UTF_8);
        refused(
                signed("m-1", data, SECRET, Instant.now())
                        .contentType("application/json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", "m-2")
                        .header("ce-source", SIGNED_SOURCE)
                        .header("ce-type", "io.beforehand.message.received")
                        .body(data)
                        .post("/v1/events"),
                401,
                "signature-invalid");
    }

    @Test
    void aChannelThatHasNoWebhook() {
        refused(
                anyone().contentType("application/json").body("{}").post("/v1/channels/fax/machine"),
                404,
                "channel-unknown");
        refused(json().body("{\"secrets\":[\"x\"]}").put("/v1/channels/fax/machine"), 404, "channel-unknown");
    }

    private static byte[] signedEvent(String source) {
        return message(unique("e"), unique("c"), "x").replace("/shop", source).getBytes(StandardCharsets.UTF_8);
    }

    private static Response send(RequestSpecification signed, byte[] event) {
        return signed.contentType(STRUCTURED).body(event).post("/v1/events");
    }

    private static RequestSpecification binaryHeaders(String id) {
        return json().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/shop")
                .header("ce-type", "io.beforehand.message.received");
    }

    private static Response binary(String id, String body) {
        return binaryHeaders(id).body(body).post("/v1/events");
    }
}
