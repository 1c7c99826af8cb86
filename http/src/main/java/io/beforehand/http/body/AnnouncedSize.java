package io.beforehand.http.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Refuses a body that announces itself as too large before a byte of it is read, and closes the connection of any that is. */
@ApplicationScoped
class AnnouncedSize {

    /** Above Quarkus' own limit, which answers without a problem. */
    private static final int FIRST = 1000;

    private final BodyConfig config;

    AnnouncedSize(BodyConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext call) {
        call.addEndHandler(_ -> closeIfTooLarge(call));
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

    /** What is left of such a body would stand before the next call. */
    private static void closeIfTooLarge(RoutingContext call) {
        if (call.response().getStatusCode() == ErrorCode.BODY_TOO_LARGE.status()) {
            call.request().connection().close();
        }
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
