package io.beforehand.intake.mailbox;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the bytes of a call that nobody has read yet, when it is known whose they are; without a thread that waits for them. */
@ApplicationScoped
class BodyReader {

    private final long maxSize;
    private final long maxInFlight;
    private final AtomicLong inFlight = new AtomicLong();

    BodyReader(IntakeConfig config) {
        this.maxSize = config.mail().maxSize().asLongValue();
        this.maxInFlight = config.mail().maxInFlight().asLongValue();
    }

    interface Use<T> {
        Uni<T> of(byte[] body);
    }

    /**
     * Lends the body out. Its size counts as in flight until what is made of it is done.
     *
     * @return fails with {@code body-too-large}, or {@code rate-limited} when too much is in flight
     */
    <T> Uni<T> lend(HttpServerRequest request, Use<T> use) {
        return Uni.createFrom().deferred(() -> {
            long announced = announced(request);
            if (inFlight.addAndGet(announced) > Math.max(maxInFlight, announced)) {
                inFlight.addAndGet(-announced);
                return Uni.createFrom().failure(new ProblemException(ErrorCode.RATE_LIMITED));
            }
            return read(request).flatMap(use::of).onTermination().invoke(() -> inFlight.addAndGet(-announced));
        });
    }

    /** What comes in chunks may be as large as any. */
    private long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? maxSize : Long.parseLong(length);
    }

    private Uni<byte[]> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            Buffer body = Buffer.buffer();
            request.exceptionHandler(
                    _ -> emitter.fail(new ProblemException(ErrorCode.BAD_REQUEST, "the body broke off")));
            request.endHandler(_ -> emitter.complete(body.getBytes()));
            request.handler(bytes -> take(bytes, body, request, emitter));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    private void take(Buffer bytes, Buffer body, HttpServerRequest request, UniEmitter<? super byte[]> emitter) {
        if (body.length() + bytes.length() > maxSize) {
            request.pause();
            emitter.fail(new ProblemException(ErrorCode.BODY_TOO_LARGE));
        } else {
            body.appendBuffer(bytes);
        }
    }
}
