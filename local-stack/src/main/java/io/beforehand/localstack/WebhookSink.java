package io.beforehand.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.beforehand.localstack.StandardWebhooks.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stands in for the outside world: takes the webhooks that go to customers and to on call, checks their signature and
 * keeps the latest of them in the order of their arrival. {@code GET /} shows them to a person.
 */
public final class WebhookSink implements AutoCloseable {
    private static final int LARGEST_BODY = 256 * 1024;
    private static final int MOST_DELIVERIES = 20_000;
    private static final int MOST_CHARACTERS = 32_000_000;

    /** What to answer a delivery with. */
    public record Answer(int status, Optional<Duration> retryAfter) {
        public static final Answer OK = status(204);

        public static Answer status(int status) {
            return new Answer(status, Optional.empty());
        }
    }

    private final int port;
    private final InstantSource clock;
    private final HttpServer server;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final Map<String, Function<Delivery, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Consumer<Delivery>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<String> secret = Optional.empty();
    private long characters;

    public WebhookSink(int port, InstantSource clock) {
        this.port = port;
        this.clock = clock;
        try {
            this.server = HttpServer.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens from now on, on localhost only. */
    public void start() {
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new LocalStackException("The webhook sink cannot listen on port " + port + ".", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public int port() {
        return port;
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** From now on only what is signed with this secret is accepted, the rest answered with 401. */
    public void requireSignature(String webhookSecret) {
        secret = Optional.of(webhookSecret);
    }

    /** Decides what properly signed deliveries to this very path are answered with: by default 204. */
    public void answer(String path, Function<Delivery, Answer> answer) {
        answers.put(path, answer);
    }

    /** Tells of each delivery, accepted or not, after it was recorded. */
    public void onDelivery(Consumer<Delivery> listener) {
        listeners.add(listener);
    }

    /** All that arrived, oldest first, whatever it was answered with. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /** What was posted to this path and accepted, oldest first. */
    public List<Delivery> accepted(String path) {
        return deliveries().stream()
                .filter(delivery -> delivery.accepted() && delivery.path().equals(path))
                .toList();
    }

    public void clear() {
        synchronized (deliveries) {
            deliveries.clear();
            characters = 0;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "POST" -> take(exchange);
                case "GET" -> show(exchange);
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        Delivery delivery = new Delivery(
                exchange.getRequestURI().getPath(),
                headers.getOrDefault("webhook-id", ""),
                headers,
                new String(body, StandardCharsets.UTF_8),
                clock.instant(),
                204);
        Answer answer = signed(headers, body) == Verdict.VALID ? answerTo(delivery) : Answer.status(401);
        Delivery answered = new Delivery(
                delivery.path(), delivery.id(), headers, delivery.body(), delivery.receivedAt(), answer.status());
        record(answered);
        answer.retryAfter()
                .ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds())));
        exchange.sendResponseHeaders(answer.status(), -1);
        listeners.forEach(listener -> listener.accept(answered));
    }

    private Answer answerTo(Delivery delivery) {
        return answers.getOrDefault(delivery.path(), any -> Answer.OK).apply(delivery);
    }

    private Verdict signed(Map<String, String> headers, byte[] body) {
        return secret.map(known -> StandardWebhooks.verify(
                        known,
                        headers.get("webhook-id"),
                        headers.get("webhook-timestamp"),
                        headers.get("webhook-signature"),
                        body,
                        clock.instant()))
                .orElse(Verdict.VALID);
    }

    private void record(Delivery delivery) {
        synchronized (deliveries) {
            deliveries.addLast(delivery);
            characters += delivery.body().length();
            while (deliveries.size() > MOST_DELIVERIES || characters > MOST_CHARACTERS) {
                characters -= deliveries.removeFirst().body().length();
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        byte[] page = SinkPage.of(deliveries()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }
}
