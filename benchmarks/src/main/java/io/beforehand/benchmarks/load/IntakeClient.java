package io.beforehand.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Posts events to intake, over as many connections as it takes. */
public final class IntakeClient implements Sender {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More would run into the limit of open files; by then every request waits for seconds. */
    private static final int MOST_CONNECTIONS = 3_000;

    /** Longer than intake lets anybody wait. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Context context;
    private final HttpClient http;
    private final String source;
    private final String token;
    private final AtomicLong sent = new AtomicLong();

    /** @param source of all events of this run: another run's are other events */
    public IntakeClient(Vertx vertx, int port, String source, String token) {
        this.context = vertx.getOrCreateContext();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("localhost")
                .setDefaultPort(port)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(30));
        this.source = source;
        this.token = token;
    }

    /** One message that opens a request. */
    @Override
    public Future<Answer> send() {
        Buffer message = Events.message(source, sent.getAndIncrement());
        return post("application/cloudevents+json", message)
                .map(IntakeClient::answer)
                .otherwise(failure -> new Answer.Failed(
                        failure instanceof TimeoutException
                                ? "no answer"
                                : failure.getClass().getSimpleName(),
                        true));
    }

    /** @return fails when not all of them were accepted */
    public Future<Void> resolve(List<String> requestIds) {
        return post("application/cloudevents-batch+json", Events.resolved(source, requestIds))
                .map(reply -> {
                    if (reply.status() != 202) {
                        throw new IllegalStateException("a batch was answered with " + cause(reply));
                    }
                    return null;
                });
    }

    private record Reply(int status, Buffer body) {}

    private Future<Reply> post(String mediaType, Buffer body) {
        Promise<Reply> replied = Promise.promise();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setURI("/v1/events")
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", mediaType);
        context.runOnContext(_ -> http.request(options)
                .compose(request -> exchange(request, body))
                .onComplete(replied));
        return replied.future();
    }

    private static Future<Reply> exchange(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(IntakeClient::read);
    }

    private static Future<Reply> read(HttpClientResponse response) {
        return response.body().map(body -> new Reply(response.statusCode(), body));
    }

    private static Answer answer(Reply reply) {
        if (reply.status() == 202) {
            JsonNode accepted = parse(reply.body()).path("accepted").path(0);
            return new Answer.Accepted(accepted.path("requestId").asText());
        }
        return new Answer.Failed(cause(reply), reply.status() >= 500);
    }

    private static String cause(Reply reply) {
        return reply.status() + " " + parse(reply.body()).path("code").asText("");
    }

    private static JsonNode parse(Buffer body) {
        try {
            return JSON.readTree(body.getBytes());
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
