package io.beforehand.http.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that announces itself as too large before it is read, and closes the connection of any that is. What the sender
 * still writes is thrown away for a moment first: a connection that breaks under his hands would hide the answer from him.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112, tear-down</a>
 */
@ApplicationScoped
class AnnouncedSize {

    /** Above Quarkus' own limit, which answers without a problem. */
    private static final int FIRST = 1000;

    private static final long LINGER_MS = 2_000;

    /** What a body may be answered before it has ended: it is too large, takes too long, or there is no room for it now. */
    private static final Set<Integer> EARLY =
            Set.of(ErrorCode.BODY_TOO_LARGE.status(), ErrorCode.BAD_REQUEST.status(), ErrorCode.RATE_LIMITED.status());

    private final BodyConfig config;

    AnnouncedSize(BodyConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext call) {
        call.addEndHandler(_ -> lingerIfEarly(call));
        if (tooLarge(call.request().getHeader(HttpHeaders.CONTENT_LENGTH), limit(call.normalizedPath()))) {
            call.response()
                    .setStatusCode(ErrorCode.BODY_TOO_LARGE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(Buffer.buffer(Problem.of(ErrorCode.BODY_TOO_LARGE).json()));
        } else {
            call.next();
        }
    }

    /** What is left of such a body would stand before the next call, so there is none. */
    private static void lingerIfEarly(RoutingContext call) {
        if (!EARLY.contains(call.response().getStatusCode())
                || (call.request().isEnded() && call.response().getStatusCode() != ErrorCode.BODY_TOO_LARGE.status())) {
            return;
        }
        HttpServerRequest request = call.request();
        if (request.version() == HttpVersion.HTTP_2) {
            // The connection is others' too; this call's stream is all there is to end.
            request.response().reset();
            return;
        }
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        request.handler(_ -> {});
        request.endHandler(_ -> request.connection().close());
        request.resume();
        call.vertx().setTimer(LINGER_MS, _ -> request.connection().close());
    }

    private long limit(String path) {
        return config.larger().values().stream()
                .filter(larger -> path.startsWith(larger.path()))
                .mapToLong(larger -> larger.limit().asLongValue())
                .max()
                .orElseGet(() -> config.limit().asLongValue());
    }

    private static boolean tooLarge(@Nullable String contentLength, long limit) {
        if (contentLength == null) {
            return false;
        }
        try {
            return Long.parseLong(contentLength) > limit;
        } catch (NumberFormatException _) {
            return true;
        }
    }
}
