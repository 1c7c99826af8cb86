package io.beforehand.http;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers for the addresses that nobody else answers for. */
@ApplicationScoped
class NothingHere {

    void register(@Observes Router router) {
        router.route().last().order(Integer.MAX_VALUE).handler(NothingHere::answer);
    }

    private static void answer(RoutingContext call) {
        call.response()
                .setStatusCode(ErrorCode.NOT_FOUND.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Problem.of(ErrorCode.NOT_FOUND).json()));
    }
}
