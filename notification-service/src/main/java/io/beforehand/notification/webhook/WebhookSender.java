package io.beforehand.notification.webhook;

import io.beforehand.messaging.transaction.Failures;
import io.beforehand.notification.webhook.Answer.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * POSTs webhooks. Redirects are not followed; the connection goes to the very address that was checked; of what a server
 * sends back nothing is kept but the id that it gives to the message.
 */
@ApplicationScoped
public class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    private final Vertx vertx;
    private final HttpClient client;
    private final AddressBook addresses;
    private final Duration timeout;
    private final InstantSource wallClock;

    WebhookSender(Vertx vertx, WebhookConfig config, AddressBook addresses, InstantSource wallClock) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.timeout = config.timeout();
        this.wallClock = wallClock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) timeout.toSeconds() * 2)
                .setKeepAliveTimeout(20)
                .setMaxPoolSize(config.maxConnections())
                .setVerifyHost(true));
    }

    /** Sends the message. Never fails: what goes wrong is an answer too. */
    public Uni<Answer> post(WebhookCall call) {
        return addresses
                .find(call.address().url().host())
                .flatMap(address -> address.map(found -> post(call, found))
                        .orElseGet(() -> Uni.createFrom().item(new Answer.None(Trouble.ADDRESS_NOT_ALLOWED))))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(new Answer.None(Trouble.TIMEOUT))
                .onFailure()
                .recoverWithItem(failure -> new Answer.None(troubleOf(failure)));
    }

    private static Trouble troubleOf(Throwable failure) {
        return Troubles.of(failure).orElseGet(() -> {
            LOG.warnf("Webhook failed unexpectedly failure=%s", Failures.trace(failure));
            return Trouble.CONNECTION_LOST;
        });
    }

    private Uni<Answer> post(WebhookCall call, InetAddress address) {
        AtomicReference<HttpClientRequest> underWay = new AtomicReference<>();
        return Uni.createFrom()
                .completionStage(() -> client.request(options(call, address))
                        .compose(request -> {
                            underWay.set(request);
                            return send(request, call.body());
                        })
                        .toCompletionStage())
                .onCancellation()
                .invoke(() -> Optional.ofNullable(underWay.get()).ifPresent(HttpClientRequest::reset));
    }

    /** Runs on the connection's own thread: what is to be done with the answer is said before it can come. */
    private Future<Answer> send(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).compose(this::answer);
    }

    private RequestOptions options(WebhookCall call, InetAddress address) {
        WebhookUrl url = call.address().url();
        Instant now = wallClock.instant();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.encrypted())
                .setURI(url.target())
                .setTimeout(timeout.toMillis())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Beforehand")
                .putHeader("webhook-id", call.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        SigningSecret secret = call.address().secret();
        if (secret != null) {
            byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
            options.putHeader("webhook-signature", WebhookSignature.of(secret, call.id(), now, body));
        }
        if (call.trace() != null) {
            options.putHeader("traceparent", call.trace().traceparent());
        }
        return options;
    }

    private Future<Answer> answer(HttpClientResponse response) {
        Optional<Duration> retryAfter = RetryAfter.parse(response.getHeader("retry-after"), wallClock.instant());
        return AnswerBody.read(response, vertx)
                .map(body -> new Answer.Status(
                        response.statusCode(),
                        retryAfter.orElse(null),
                        MessageId.in(body).orElse(null)));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
