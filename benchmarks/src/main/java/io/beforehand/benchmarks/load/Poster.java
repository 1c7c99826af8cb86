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
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Posts to intake, over as many connections as it takes. */
final class Poster {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More would run into the limit of open files; by then every request waits for seconds. */
    private static final int MOST_CONNECTIONS = 3_000;

    private final Context context;
    private final HttpClient http;
    private final Duration timeout;

    Poster(Vertx vertx, int port, Duration timeout) {
        this.context = vertx.getOrCreateContext();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("localhost")
                .setDefaultPort(port)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(30));
        this.timeout = timeout;
    }

    record Reply(int status, Buffer body) {
        /** Not accepted; whether it is stored is unknown for all but a clear refusal. */
        Answer failed() {
            return new Answer.Failed(cause(), status >= 500);
        }

        /** The status and the problem's code. */
        String cause() {
            return status + " " + json().path("code").asText("");
        }

        /** Missing if it is none. */
        JsonNode json() {
            try {
                return JSON.readTree(body.getBytes());
            } catch (IOException notJson) {
                return JSON.missingNode();
            }
        }
    }

    Future<Reply> post(String uri, Map<String, String> headers, Buffer body) {
        Promise<Reply> replied = Promise.promise();
        RequestOptions options =
                new RequestOptions().setMethod(HttpMethod.POST).setURI(uri).setTimeout(timeout.toMillis());
        headers.forEach(options::putHeader);
        context.runOnContext(_ -> http.request(options)
                .compose(request -> exchange(request, body))
                .onComplete(replied));
        return replied.future();
    }

    /** What a call came to that had no answer. */
    static Answer unanswered(Throwable failure) {
        return new Answer.Failed(
                failure instanceof TimeoutException
                        ? "no answer"
                        : failure.getClass().getSimpleName(),
                true);
    }

    private static Future<Reply> exchange(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(Poster::read);
    }

    private static Future<Reply> read(HttpClientResponse response) {
        return response.body().map(body -> new Reply(response.statusCode(), body));
    }
}
