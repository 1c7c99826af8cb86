package io.beforehand.notification.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * What a server sends behind the head of its answer. The head says whether it took the message, so the body is waited for only
 * where it may say more: a short JSON after a yes, and not for long. All else is read and thrown away, so that the connection
 * can be used again; a server that sends much is hung up on.
 */
final class AnswerBody {

    private static final int MAX_SENT = 64 * 1024;
    private static final int MAX_READ = 4 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClientResponse response;
    private final Buffer read = Buffer.buffer();
    private final Promise<String> text = Promise.promise();
    private int sent;

    private AnswerBody(HttpClientResponse response) {
        this.response = response;
    }

    /** To be called on the connection's own thread, at once. The text is empty where there is none, or none worth waiting for. */
    static Future<String> read(HttpClientResponse response, Vertx vertx) {
        AnswerBody body = new AnswerBody(response);
        response.exceptionHandler(_ -> body.ends(""));
        response.endHandler(_ -> body.ends(body.read.toString(StandardCharsets.UTF_8)));
        response.handler(body::take);
        if (!mayTell(response)) {
            body.ends("");
        } else {
            long timer = vertx.setTimer(PATIENCE.toMillis(), _ -> body.ends(""));
            body.text.future().onComplete(_ -> vertx.cancelTimer(timer));
        }
        return body.text.future();
    }

    private static boolean mayTell(HttpClientResponse response) {
        String type = response.getHeader("content-type");
        return response.statusCode() / 100 == 2
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private void take(Buffer bytes) {
        sent += bytes.length();
        if (sent <= MAX_READ) {
            read.appendBuffer(bytes);
        } else {
            ends("");
        }
        if (sent > MAX_SENT) {
            response.request().reset();
        }
    }

    private void ends(String with) {
        text.tryComplete(with);
    }
}
