package io.beforehand.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** The customers: takes the webhooks that are meant for them and notes when each acknowledgement came. Signatures are not looked at. */
public final class AcknowledgementSink {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CONVERSATIONS = "/conversations";

    private final Ledger ledger;
    private final HttpServer server;

    public AcknowledgementSink(Vertx vertx, Ledger ledger) {
        this.ledger = ledger;
        this.server = vertx.createHttpServer().requestHandler(this::take);
    }

    /** Listens on that port of the loopback interface when it returns. */
    public void start(int port) {
        server.listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Here requests go by their ids. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/customers";
    }

    /** Here requests go by their conversations. */
    public String conversationsUrl() {
        return "http://127.0.0.1:" + server.actualPort() + CONVERSATIONS;
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            long now = System.nanoTime();
            request.response().setStatusCode(204).end();
            note(body, request.path().equals(CONVERSATIONS) ? "conversation" : "requestId", now);
        });
    }

    private void note(Buffer body, String name, long now) {
        try {
            JsonNode said = JSON.readTree(body.getBytes());
            if (said.path("kind").asText().equals("acknowledgement")) {
                ledger.acknowledged(said.path(name).asText(), now);
            }
        } catch (IOException notJson) {
            throw new IllegalStateException("not a customer's webhook", notJson);
        }
    }
}
