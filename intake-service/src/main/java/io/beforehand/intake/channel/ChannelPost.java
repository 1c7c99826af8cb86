package io.beforehand.intake.channel;

import io.beforehand.events.Channel;
import io.beforehand.events.TraceContext;
import io.beforehand.http.CurrentTrace;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.account.Accounts;
import io.beforehand.intake.account.Gate;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.body.BodyReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Makes deliveries of HTTP calls, and answers of what came of them. */
@ApplicationScoped
class ChannelPost {

    /** Bytes. More than any channel but mail sends. */
    private static final int LARGEST_DELIVERY = 1024 * 1024;

    private final Accounts accounts;
    private final BodyReader bodies;
    private final ChannelDesk desk;
    private final CurrentTrace trace;
    private final Duration deadline;
    private final int largestMail;

    ChannelPost(Accounts accounts, BodyReader bodies, ChannelDesk desk, CurrentTrace trace, IntakeConfig config) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.desk = desk;
        this.trace = trace;
        this.deadline = config.commit().deadline();
        this.largestMail = Math.toIntExact(config.mail().maxSize().asLongValue());
    }

    Uni<Response> post(ChannelAdapter adapter, String account, RoutingContext call) {
        if (call.request().getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not accepted");
        }
        TraceContext context = trace.get();
        return gate(adapter, account)
                .flatMap(gate -> bodies.lend(
                        call.request(),
                        largest(adapter),
                        body -> desk.take(
                                adapter, new Envelope(account, gate, context), delivery(call.request(), body.take()))))
                .map(ChannelPost::response);
    }

    Uni<Response> challenge(ChannelAdapter adapter, String account, RoutingContext call) {
        TraceContext context = trace.get();
        return gate(adapter, account)
                .flatMap(gate -> desk.challenged(
                        adapter, new Envelope(account, gate, context), delivery(call.request(), new byte[0])))
                .map(ChannelPost::response);
    }

    Uni<Response> found(ChannelAdapter adapter, String account) {
        return gate(adapter, account).map(_ -> Response.ok().build());
    }

    private Uni<Gate> gate(ChannelAdapter adapter, String account) {
        return accounts.gate(adapter, account)
                .ifNoItem()
                .after(deadline)
                .failWith(() -> new TimeoutException("accounts not read in time"))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.ACCOUNT_UNKNOWN)));
    }

    /** Those who hand mails over send whole mails. */
    private int largest(ChannelAdapter adapter) {
        return adapter.channel() == Channel.EMAIL ? largestMail : LARGEST_DELIVERY;
    }

    private static Delivery delivery(HttpServerRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.putIfAbsent(header.getKey(), header.getValue()));
        return new Delivery(request.method().name(), request.uri(), headers, body);
    }

    private static Response response(Answer answer) {
        return Response.status(answer.status())
                .entity(answer.body())
                .type(answer.contentType())
                .build();
    }
}
