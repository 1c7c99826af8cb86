package io.beforehand.notification.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.beforehand.events.Channel;
import io.beforehand.events.Metric;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.WebhookSink;
import io.beforehand.localstack.testing.LocalStackResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What surrounds one test: a bus, a sink, the operator's calls; nobody on call and the right time to begin with. */
public final class Stage implements BeforeEachCallback, AfterEachCallback {

    public static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("a secret for the tests..".getBytes(StandardCharsets.UTF_8));

    /** How long a test waits for what follows at once, on however slow a machine. */
    public static final Duration SOON = Duration.ofSeconds(30);

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private @Nullable Bus bus;
    private @Nullable WebhookSink sink;

    @Override
    public void beforeEach(ExtensionContext context) {
        Database.ahead(Duration.ZERO);
        Database.execute(
                "DELETE FROM alert_notice",
                "DELETE FROM contact",
                "DELETE FROM delivery WHERE kind = 'alert'",
                "UPDATE pager SET next_page_at = 'epoch'",
                "UPDATE alert SET state = 'resolved', state_note = 'test' WHERE state <> 'resolved'",
                "UPDATE delivery SET state = 'exhausted', next_attempt_at = NULL WHERE next_attempt_at IS NOT NULL");
        bus = new Bus(LocalStackResource.kafka().bootstrapServers());
        sink = new WebhookSink(Ports.free(), InstantSource.system());
        sink.start();
        sink.requireSignature(SECRET);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        bus().close();
        sink().close();
        Database.ahead(Duration.ZERO);
    }

    public Bus bus() {
        return Objects.requireNonNull(bus);
    }

    public WebhookSink sink() {
        return Objects.requireNonNull(sink);
    }

    /** Opens a request over a channel account; nothing else is known of it. */
    public String open(String channel, String account) {
        String requestId = Examples.requestId();
        bus().send(requestId, Examples.opened(number(), Channel.of(channel), account, "en"));
        return requestId;
    }

    /** Opens a request whose clock and owner are known at once. */
    public String openAndAssign(String channel, String account) {
        return openAndAssign(Examples.opened(number(), Channel.of(channel), account, "en"));
    }

    /** The same, of whoever and however it was opened. */
    public String openAndAssign(RequestOpened opened) {
        String requestId = Examples.requestId();
        bus().send(requestId, opened);
        assign(requestId);
        return requestId;
    }

    /** Says by when the request is to be answered, and who has it. */
    public void assign(String requestId) {
        Instant due = Instant.now().plus(Duration.ofHours(1));
        bus().send(requestId, Examples.clockStarted(requestId, Metric.FIRST_RESPONSE, due));
        bus().send(requestId, Examples.assigned("Ada"));
    }

    /** A request number that no other test uses. */
    public String number() {
        return "R-" + NUMBERS.incrementAndGet();
    }

    public static RequestSpecification operator() {
        return given().auth().preemptive().oauth2(LocalStackResource.OPERATOR_TOKEN);
    }

    /** Sends the account's customers to that path of the sink. */
    public void outlet(String channel, String account, String path) {
        put("/v1/outlets/" + channel + "/" + account, webhook("url", path));
    }

    /** Writes to the account's customers by a mail server on that port. */
    public static void mailOutlet(String account, int port) {
        put(
                "/v1/outlets/email/" + account,
                Map.of("type", "smtp", "url", "smtp://localhost:" + port, "from", "客服 <support@example.com>"));
    }

    /** Puts somebody on call at that path of the sink. */
    public void onCall(String path) {
        put("/v1/contacts/default", Map.of("name", "On call", "methods", List.of(webhook("address", path))));
    }

    private Map<String, String> webhook(String urlField, String path) {
        return new HashMap<>(Map.of("type", "webhook", urlField, sink().url(path), "secret", SECRET));
    }

    public static void put(String path, Object body) {
        operator().contentType("application/json").body(body).put(path).then().statusCode(lessThan(300));
    }

    /** What the sink took at that path. */
    public List<Delivery> accepted(String path) {
        return sink().accepted(path);
    }

    /** Waits for that many deliveries at the path. */
    public List<Delivery> awaitAccepted(String path, int count) {
        return await().atMost(SOON).until(() -> accepted(path), all -> all.size() >= count);
    }

    /** Waits until the only delivery about the request is in that state. */
    public JsonPath awaitState(String requestId, String state) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(status(requestId)).isEqualTo(200);
            JsonPath deliveries = deliveries(requestId);
            assertThat(deliveries.getList("deliveries.state"))
                    .as(deliveries.prettify())
                    .isEqualTo(List.of(state));
        });
        return deliveries(requestId);
    }

    public boolean isKnown(String requestId) {
        return status(requestId) == 200;
    }

    private static int status(String requestId) {
        return operator().get("/v1/requests/" + requestId + "/deliveries").statusCode();
    }

    public JsonPath deliveries(String requestId) {
        return operator()
                .get("/v1/requests/" + requestId + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
