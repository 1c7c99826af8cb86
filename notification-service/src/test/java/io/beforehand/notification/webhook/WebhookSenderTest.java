package io.beforehand.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.beforehand.localstack.Ports;
import io.beforehand.notification.webhook.Answer.None;
import io.beforehand.notification.webhook.Answer.Status;
import io.beforehand.notification.webhook.Answer.Trouble;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final WebhookSender sender = sender(true, PATIENCE);
    private final WebhookSender hasty = sender(true, Duration.ofSeconds(1));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        sender.close();
        hasty.close();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void theMessageArrivesWithItsIdTimeAndSignature() {
        // Given
        SigningSecret secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        answer("/hook", exchange -> {
            calls.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(202, -1);
        });

        // When
        Answer answer = post(sender, new WebhookAddress(WebhookUrl.parse(url("/hook?a=b")), secret));

        // Then
        byte[] body = "{\"text\":\"你好\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(answer).isEqualTo(new Status(202, null));
        assertThat(calls)
                .containsExactly("POST /hook?a=b d-1 " + NOW.getEpochSecond() + " "
                        + WebhookSignature.of(secret, "d-1", NOW, body) + " {\"text\":\"你好\"}");
    }

    /** The answer may be there before the caller's thread gets to run again. */
    @Test
    void howeverQuicklyAServerAnswersTheAnswerIsHeard() {
        // Given
        answer("/quick", exchange -> exchange.sendResponseHeaders(204, -1));
        WebhookCall call = new WebhookCall("d-1", to("/quick"), "{}", null);

        // When
        List<Answer> answers = Multi.createFrom()
                .range(0, 5_000)
                .onItem()
                .transformToUni(_ -> sender.post(call))
                .merge(16)
                .collect()
                .asList()
                .await()
                .atMost(Duration.ofMinutes(1));

        // Then
        assertThat(answers).hasSize(5_000).containsOnly(new Status(204, null));
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        // Given
        answer("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/inside"));
            exchange.sendResponseHeaders(307, -1);
        });
        answer("/inside", exchange -> {
            calls.add("inside");
            exchange.sendResponseHeaders(200, -1);
        });

        // Then
        assertThat(post(sender, to("/moved"))).isEqualTo(new Status(307, null));
        assertThat(calls).isEmpty();
    }

    @Test
    void retryAfterIsUnderstood() {
        answer("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "90");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(post(sender, to("/busy"))).isEqualTo(new Status(503, Duration.ofSeconds(90)));
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsGivenUp() {
        answer("/hangs", _ -> hang());

        assertThat(post(hasty, to("/hangs"))).isEqualTo(new None(Trouble.TIMEOUT));
    }

    @Test
    void aServerThatHangsUpIsAConnectionLost() {
        answer("/hangs-up", HttpExchange::close);

        assertThat(post(sender, to("/hangs-up"))).isEqualTo(new None(Trouble.CONNECTION_LOST));
    }

    @Test
    void anEndlessAnswerCountsByItsHeadAndIsHungUpOn() {
        // Given
        answer("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException hungUp) {
                calls.add("hung up");
            }
        });

        // Then
        assertThat(post(sender, to("/endless"))).isEqualTo(new Status(200, null));
        Awaitility.await().atMost(PATIENCE).until(() -> calls.contains("hung up"));
    }

    @Test
    void aServerMaySayWhatItCallsTheMessage() {
        answer("/gateway", exchange -> json(exchange, 202, "{\"messageId\":\"SM-1\"}"));

        assertThat(post(sender, to("/gateway"))).isEqualTo(new Status(202, null, "SM-1"));
    }

    @Test
    void onlyAYesNamesAMessageAndOnlyInJson() {
        answer("/refuses", exchange -> json(exchange, 422, "{\"messageId\":\"SM-1\"}"));
        answer("/html", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            write(exchange, 200, "{\"messageId\":\"SM-1\"}");
        });

        assertThat(post(sender, to("/refuses"))).isEqualTo(new Status(422, null));
        assertThat(post(sender, to("/html"))).isEqualTo(new Status(200, null));
    }

    @Test
    void anAnswerTooLongToBeReadIsAYesThatNamesNoMessage() {
        answer(
                "/long",
                exchange -> json(exchange, 200, "{\"messageId\":\"SM-1\",\"x\":\"" + "x".repeat(5_000) + "\"}"));

        assertThat(post(sender, to("/long"))).isEqualTo(new Status(200, null));
    }

    @Test
    void aYesCountsEvenIfTheRestOfTheAnswerNeverComes() {
        answer("/halfway", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"messageId\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            hang();
        });
        answer("/breaks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{\"messageId\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });

        assertThat(post(sender, to("/halfway"))).isEqualTo(new Status(200, null));
        assertThat(post(sender, to("/breaks"))).isEqualTo(new Status(200, null));
    }

    @Test
    void whereNobodyListensIsUnreachable() {
        WebhookUrl nobody = WebhookUrl.parse("http://localhost:" + Ports.free() + "/x");

        assertThat(post(sender, new WebhookAddress(nobody, null))).isEqualTo(new None(Trouble.UNREACHABLE));
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() {
        WebhookUrl nowhere = WebhookUrl.parse("http://no-such-host.invalid/x");

        assertThat(post(sender, new WebhookAddress(nowhere, null))).isEqualTo(new None(Trouble.UNREACHABLE));
    }

    @Test
    void aServerWithoutTlsIsRefusedWhereTlsWasAskedFor() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var connection = plain.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException over) {
                    calls.add("over");
                }
            });
            WebhookUrl url = WebhookUrl.parse("https://localhost:" + plain.getLocalPort() + "/x");

            assertThat(post(sender, new WebhookAddress(url, null))).isEqualTo(new None(Trouble.TLS_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]"})
    void addressesInsideAreRefusedByDefaultHoweverTheyAreWritten(String host) {
        // Given
        WebhookSender careful = sender(false, PATIENCE);
        answer("/x", exchange -> {
            calls.add("reached");
            exchange.sendResponseHeaders(200, -1);
        });

        // When
        WebhookUrl url =
                WebhookUrl.parse("http://" + host + ":" + server.getAddress().getPort() + "/x");
        Answer answer = post(careful, new WebhookAddress(url, null));

        // Then
        assertThat(answer).isEqualTo(new None(Trouble.ADDRESS_NOT_ALLOWED));
        assertThat(calls).isEmpty();
        careful.close();
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        write(exchange, status, body);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private WebhookAddress to(String path) {
        return new WebhookAddress(WebhookUrl.parse(url(path)), null);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static Answer post(WebhookSender sender, WebhookAddress address) {
        return sender.post(new WebhookCall("d-1", address, "{\"text\":\"你好\"}", null))
                .await()
                .atMost(PATIENCE.multipliedBy(2));
    }

    private static WebhookSender sender(boolean allowPrivate, Duration timeout) {
        WebhookConfig config = AddressBooks.config(allowPrivate, timeout);
        return new WebhookSender(VERTX, config, new AddressBook(config), InstantSource.fixed(NOW));
    }
}
