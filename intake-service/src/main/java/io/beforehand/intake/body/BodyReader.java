package io.beforehand.intake.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the bytes of a call that nobody has read yet, when it is known whose they are; without a thread that waits for them, and
 * only as many at a time as the memory bears.
 */
@ApplicationScoped
public class BodyReader {

    /** A mail takes up to three times its size while it is read and stored; the rest is for everything else. */
    private static final int SHARE_OF_MEMORY = 8;

    /** For a mail of the largest size over a line that is slow by today's standards. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
     * Lends the body out. What has come of it counts as in flight until what is made of it is done; one is taken at any time, however
     * large. It must be there in time: who sends slowly keeps others from being heard.
     *
     * @param largest in bytes
     * @return fails with {@code body-too-large}, or {@code rate-limited} when too much is in flight
     */
    public <T> Uni<T> lend(HttpServerRequest request, int largest, Use<T> use) {
        return Uni.createFrom().deferred(() -> {
            IncomingBody body = new IncomingBody(announced(request, largest), largest);
            return read(request, body)
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(() -> tooSlow(request))
                    .flatMap(use::of)
                    .onTermination()
                    .invoke(() -> inFlight.addAndGet(-body.received()));
        });
    }

    /** What comes in chunks may be as large as any. */
    private static int announced(HttpServerRequest request, int largest) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? largest : (int) Math.min(Long.parseLong(length), largest);
    }

    private static ProblemException tooSlow(HttpServerRequest request) {
        request.pause();
        return new ProblemException(ErrorCode.BAD_REQUEST, "the body took too long");
    }

    private Uni<IncomingBody> read(HttpServerRequest request, IncomingBody body) {
        return Uni.createFrom().emitter(emitter -> {
            request.exceptionHandler(
                    _ -> emitter.fail(new ProblemException(ErrorCode.BAD_REQUEST, "the body broke off")));
            request.endHandler(_ -> emitter.complete(body));
            request.handler(bytes -> take(body, bytes).ifPresent(code -> {
                request.pause();
                emitter.fail(new ProblemException(code));
            }));
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    /** Why there is no room for them, if there is none. */
    private Optional<ErrorCode> take(IncomingBody body, Buffer bytes) {
        if (!body.append(bytes)) {
            return Optional.of(ErrorCode.BODY_TOO_LARGE);
        }
        long together = inFlight.addAndGet(bytes.length());
        return together > Math.max(maxInFlight, body.received())
                ? Optional.of(ErrorCode.RATE_LIMITED)
                : Optional.empty();
    }
}
