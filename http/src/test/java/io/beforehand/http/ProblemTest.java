package io.beforehand.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.localstack.testing.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is a problem with a stable code, whoever refuses. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ProblemTest {

    private static final String VALID = "{\"name\":\"a\",\"count\":1}";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void theOperatorIsServed() {
        operator().body(VALID).post("/v1/examples/echo").then().statusCode(200).body("name", equalTo("a"));
    }

    @Test
    void withoutATokenThereIsNoEntry() {
        refused(json().body(VALID).post("/v1/examples/echo").then(), 401, "token-invalid");
    }

    @Test
    void aWrongTokenIsNoBetterThanNone() {
        refused(
                json().header("Authorization", "Bearer something-else")
                        .body(VALID)
                        .post("/v1/examples/echo")
                        .then(),
                401,
                "token-invalid");
    }

    @Test
    void anEndpointThatNamesNobodyAdmitsNobody() {
        refused(operator().get("/v1/examples").then(), 403, "not-allowed");
    }

    @Test
    void anUnknownAddressIsAProblemToo() {
        refused(operator().get("/v1/nowhere").then(), 404, "not-found");
        refused(operator().get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void anAddressWithNulIsRefused() {
        refused(operator().urlEncodingEnabled(false).get("/v1/nowhere/%00").then(), 400, "invalid-text");
        refused(
                operator()
                        .urlEncodingEnabled(false)
                        .get("/v1/examples/page?limit=%00")
                        .then(),
                400,
                "invalid-text");
    }

    @Test
    void aMethodThatIsNotOfferedIsAProblem() {
        refused(operator().delete("/v1/examples/echo").then(), 405, "method-not-allowed");
    }

    @Test
    void anotherMediaTypeIsAProblem() {
        refused(
                given().header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN)
                        .contentType("text/csv")
                        .body("a,b")
                        .post("/v1/examples/echo")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\":\"a\",\"count\":1",
                "{\"name\":\"a\",\"count\":1}}",
                "{\"name\":\"a\",\"count\":1} {}",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1}",
                "{'name':'a','count':1}",
                "{\"name\":\"a\",\"count\":NaN}",
                "\uFEFF{\"name\":\"a\",\"count\":1}"
            })
    void whatIsNotJsonIsRefused(String body) {
        refused(operator().body(body).post("/v1/examples/echo").then(), 400, "malformed-json");
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] overlongNul = ("{\"name\":\"\u00c0\u0080\",\"count\":1}").getBytes(StandardCharsets.ISO_8859_1);
        refused(operator().body(overlongNul).post("/v1/examples/echo").then(), 400, "malformed-json");
    }

    @Test
    void nestingTenThousandDeepIsRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        refused(
                operator()
                        .body("{\"x\":" + deep + "}")
                        .post("/v1/examples/echo")
                        .then(),
                400,
                "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":\"a\\u0000b\"}", "{\"name\":\"\\ud800\"}", "{\"\\udc00\":1}", "{\"x\":[\"\\u0000\"]}"
            })
    void textThatNobodyCanStoreIsRefused(String body) {
        refused(operator().body(body).post("/v1/examples/echo").then(), 400, "invalid-text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"a\",\"count\":\"1\"} | count",
                "{\"name\":\"a\",\"count\":1.5} | count",
                "{\"name\":\"a\"} | count",
                "{\"name\":{},\"count\":1} | name",
                "{\"name\":\"a\",\"count\":1,\"priority\":\"whenever\"} | priority",
                "{\"name\":\"a\",\"count\":1,\"tags\":[1]} | tags[0]",
                "{\"name\":\"a\",\"count\":1,\"tags\":[null]} | tags[0]",
                "[] | body",
            })
    void aFieldThatDoesNotFitIsNamed(String body, String field) {
        refused(operator().body(body).post("/v1/examples/echo").then(), 400, "invalid-field")
                .body("field", equalTo(field))
                .body("detail", not(containsString("whenever")));
    }

    @Test
    void aRecordsOwnRuleIsTold() {
        refused(
                        operator()
                                .body("{\"name\":\"a\",\"count\":-1}")
                                .post("/v1/examples/echo")
                                .then(),
                        400,
                        "invalid-field")
                .body("reason", equalTo("count must not be negative"));
    }

    @Test
    void aParameterThatDoesNotFitIsNamed() {
        refused(given().get("/v1/examples/page?limit=many").then(), 400, "invalid-field")
                .body("field", equalTo("limit"));
    }

    @Test
    void aBodyAtTheLimitIsReadAndOneByteMoreIsNot() {
        byte[] largest = new byte[1024 * 1024];
        given().contentType("application/octet-stream")
                .body(largest)
                .post("/v1/examples/bytes")
                .then()
                .statusCode(200);
        refused(
                given().contentType("application/octet-stream")
                        .body(new byte[largest.length + 1])
                        .post("/v1/examples/bytes")
                        .then(),
                413,
                "body-too-large");
    }

    /** It still writes when it is refused; without the rest being taken the connection would break instead. */
    @Test
    void aSenderOfFarTooMuchHearsWhy() {
        refused(
                given().contentType("application/octet-stream")
                        .body(new byte[24 * 1024 * 1024])
                        .post("/v1/examples/bytes")
                        .then(),
                413,
                "body-too-large");
    }

    @Test
    void chunksBeyondTheLimitAreRefusedToo() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /v1/examples/bytes HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/octet-stream\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[64 * 1024];
            for (int i = 0; i < 17; i++) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = readAll(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"body-too-large\"");
        }
    }

    @Test
    void aCompressedBodyIsRefused() {
        refused(
                operator()
                        .header("Content-Encoding", "gzip")
                        .body(VALID)
                        .post("/v1/examples/echo")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aBugTellsNothingOfItself() {
        refused(given().get("/v1/examples/bug").then(), 500, "internal-error").body("detail", nullValue());
    }

    @Test
    void anOutageOfTheStorageAsksToComeBack() {
        String retryAfter = refused(given().get("/v1/examples/outage").then(), 503, "storage-unavailable")
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(retryAfter)).isPositive();
    }

    @Test
    void aTraceGoesOnAndAnInvalidOneStartsAnew() {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        String going = given().header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .get("/v1/examples/trace")
                .path("traceparent");
        String anew = given().header("traceparent", "00-" + traceId + "-0000000000000000-01")
                .get("/v1/examples/trace")
                .path("traceparent");
        assertThat(going).startsWith("00-" + traceId + "-").doesNotContain("00f067aa0ba902b7");
        assertThat(anew).doesNotContain(traceId);
    }

    private static String readAll(InputStream in) throws Exception {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static RequestSpecification json() {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .defaultContentCharset("UTF-8")))
                .contentType("application/json");
    }

    private static RequestSpecification operator() {
        return json().header("Authorization", "Bearer " + LocalStackResource.OPERATOR_TOKEN);
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(status));
    }
}
