package io.beforehand.intake.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the bytes of a call that nobody has read yet, when it is known whose they are; without a thread that waits for them, and
 * only as many at a time as the memory bears.
 */
@ApplicationScoped
public class BodyReader {

    /** A mail takes up to three times its size while it is read and stored; the rest is for everything else. */
    private static final int SHARE_OF_MEMORY = 8;

    private final int maxSize;
    private final long maxInFlight;
    private final AtomicLong inFlight = new AtomicLong();

    BodyReader(IntakeConfig config) {
        this.maxSize = Math.toIntExact(config.mail().maxSize().asLongValue());
        this.maxInFlight = Math.min(
                config.mail().maxInFlight().asLongValue(), Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    public interface Use<T> {
        Uni<T> of(IncomingBody body);
    }

    /** Lends a body out that may be as large as a mail. */
    public <T> Uni<T> lend(HttpServerRequest request, Use<T> use) {
        return lend(request, maxSize, use);
    }

    /**
     * Lends the body out. Its size counts as in flight until what is made of it is done; one is taken at any time, however large.
     *
     * @param largest in bytes
     * @return fails with {@code body-too-large}, or {@code rate-limited} when too much is in flight
     */
    public <T> Uni<T> lend(HttpServerRequest request, int largest, Use<T> use) {
        return Uni.createFrom().deferred(() -> {
            int announced = announced(request, largest);
            if (inFlight.addAndGet(announced) > Math.max(maxInFlight, announced)) {
                inFlight.addAndGet(-announced);
                return Uni.createFrom().failure(new ProblemException(ErrorCode.RATE_LIMITED));
            }
            return read(request, new IncomingBody(announced, largest))
                    .flatMap(use::of)
                    .onTermination()
                    .invoke(() -> inFlight.addAndGet(-announced));
        });
    }

    /** What comes in chunks may be as large as any. */
    private static int announced(HttpServerRequest request, int largest) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? largest : (int) Math.min(Long.parseLong(length), largest);
    }

    private static Uni<IncomingBody> read(HttpServerRequest request, IncomingBody body) {
        return Uni.createFrom().emitter(emitter -> {
            request.exceptionHandler(
                    _ -> emitter.fail(new ProblemException(ErrorCode.BAD_REQUEST, "the body broke off")));
            request.endHandler(_ -> emitter.complete(body));
            request.handler(bytes -> {
                if (!body.append(bytes)) {
                    request.pause();
                    emitter.fail(new ProblemException(ErrorCode.BODY_TOO_LARGE));
                }
            });
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }
}
