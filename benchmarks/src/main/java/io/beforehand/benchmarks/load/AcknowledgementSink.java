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

    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/customers";
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            long now = System.nanoTime();
            request.response().setStatusCode(204).end();
            note(body, now);
        });
    }

    private void note(Buffer body, long now) {
        try {
            JsonNode said = JSON.readTree(body.getBytes());
            if (said.path("kind").asText().equals("acknowledgement")) {
                ledger.acknowledged(said.path("requestId").asText(), now);
            }
        } catch (IOException notJson) {
            throw new IllegalStateException("not a customer's webhook", notJson);
        }
    }
}
